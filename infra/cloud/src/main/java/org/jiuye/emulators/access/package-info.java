/** What a request to DynamoDB or SQS asks for, and whether a role allows it, as IAM decides. */
@NullMarked
package org.jiuye.emulators.access;

import org.jspecify.annotations.NullMarked;
