/**
 * {@code template.yaml} read as data: what it declares, with its functions of the template language
 * evaluated.
 */
@NullMarked
package org.jiuye.template;

import org.jspecify.annotations.NullMarked;
