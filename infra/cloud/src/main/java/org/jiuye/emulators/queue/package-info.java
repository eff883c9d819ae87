/** ElasticMQ, with its messages kept on disk. */
@NullMarked
package org.jiuye.emulators.queue;

import org.jspecify.annotations.NullMarked;
