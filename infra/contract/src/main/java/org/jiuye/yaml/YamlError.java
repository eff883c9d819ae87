package org.jiuye.yaml;

/**
 * What is wrong at one place of a file.
 *
 * @param pointer the JSON pointer of the value; empty for the whole file
 * @param reason what is wrong there, in English
 */
public record YamlError(Place place, String pointer, String reason) {}
