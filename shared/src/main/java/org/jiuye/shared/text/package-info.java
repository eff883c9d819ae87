/** Texts for people: languages, message files, and texts with gaps. */
@NullMarked
package org.jiuye.shared.text;

import org.jspecify.annotations.NullMarked;
