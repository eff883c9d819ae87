/**
 * The one reader of YAML: templates, seeds and the contract are read by it, each into what it
 * needs, and what is wrong is told with its line.
 */
@NullMarked
package org.jiuye.yaml;

import org.jspecify.annotations.NullMarked;
