package org.jiuye.checks.localstack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.junit.jupiter.Testcontainers;

/**
 * Runs where a Docker engine and LocalStack's image are ({@code infra/localstack/up} gets both), is
 * skipped elsewhere, and says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({LocalStackImage.class, SharedLocalStack.class})
@Testcontainers(disabledWithoutDocker = true)
@interface OnLocalStack {}
