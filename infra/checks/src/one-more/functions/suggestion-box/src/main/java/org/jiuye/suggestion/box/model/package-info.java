/** Suggestions and their topics, in pure Java. */
@NullMarked
package org.jiuye.suggestion.box.model;

import org.jspecify.annotations.NullMarked;
