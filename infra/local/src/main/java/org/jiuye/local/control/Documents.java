package org.jiuye.local.control;

import java.nio.file.Path;

/**
 * The project's files that readers are shown.
 *
 * @param openApi the HTTP contract, a file that need not be there
 * @param project the folder whose {@code functions/*}{@code /tour.http} are the tour
 */
public record Documents(Path openApi, Path project) {}
