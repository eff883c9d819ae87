/**
 * DynamoDB Local and ElasticMQ in this JVM, with the tables, queues, keys and roles that a template
 * declares.
 */
@NullMarked
package org.jiuye.emulators;

import org.jspecify.annotations.NullMarked;
