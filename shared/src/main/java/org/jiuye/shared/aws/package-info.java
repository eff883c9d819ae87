/** Access to AWS's services: addresses, credentials, the HTTP client and retries. */
@NullMarked
package org.jiuye.shared.aws;

import org.jspecify.annotations.NullMarked;
