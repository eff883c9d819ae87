package org.jiuye.shared.record;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a record with many components a builder. {@code XBuilder.builder()} names the components
 * one after the other, in the order of the record; leaving one out does not compile. {@code
 * XBuilder.builder(x)} starts from a record and changes some components.
 */
@RecordBuilder.Template(
    options =
        @RecordBuilder.Options(
            builderMode = RecordBuilder.BuilderMode.STAGED,
            stagedBuilderMethodName = "builder",
            addStaticBuilder = false,
            enableGetters = false,
            enableWither = false))
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface BuiltByName {}
