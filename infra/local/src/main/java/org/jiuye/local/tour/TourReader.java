package org.jiuye.local.tour;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiuye.local.tour.TourFile.Request;
import org.jiuye.local.tour.TourFile.Step;
import org.jiuye.local.tour.TourFile.Terms;

/**
 * Reads {@code functions/<capability>/tour.http}: requests as editors write them (VS Code's REST
 * Client), with comments that say what is expected. {@code functions/README.md} tells the syntax.
 */
public final class TourReader {
  private static final String FILE = "tour.http";
  private static final String TITLE = "###";
  private static final Pattern VARIABLE = Pattern.compile("@([\\w-]+)\\s*=\\s*(.*)");
  private static final Pattern REQUEST =
      Pattern.compile("(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (\\S+)( HTTP/1\\.1)?");
  private static final Pattern HEADER = Pattern.compile("([\\w-]+):\\s*(.*)");
  private static final Pattern TERM = Pattern.compile("(expect|eventually|show|@name)\\s+(.*)");
  private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");

  private final String file;
  private final Set<String> names = new HashSet<>();
  private final Map<String, String> variables = new LinkedHashMap<>();

  private TourReader(String file) {
    this.file = file;
  }

  /**
   * Reads the tours of a project, in the order of their capabilities' names.
   *
   * @throws IllegalArgumentException where one cannot be understood; the message names the line
   */
  public static List<TourFile> readAll(Path project) {
    Path functions = project.resolve("functions");
    if (!Files.isDirectory(functions)) {
      return List.of();
    }
    try (Stream<Path> capabilities = Files.list(functions)) {
      return capabilities
          .map(capability -> capability.resolve(FILE))
          .filter(Files::isRegularFile)
          .sorted()
          .map(TourReader::read)
          .toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(functions + " cannot be read", problem);
    }
  }

  private static TourFile read(Path path) {
    String capability = path.resolveSibling("").getFileName().toString();
    try {
      return read(capability, Files.readString(path));
    } catch (IOException problem) {
      throw new UncheckedIOException(path + " cannot be read", problem);
    }
  }

  /** Reads the text of a capability's tour. */
  static TourFile read(String capability, String text) {
    return new TourReader("functions/" + capability + "/" + FILE).file(capability, text);
  }

  private TourFile file(String capability, String text) {
    List<String> lines = text.lines().toList();
    int first = nextTitle(lines, 0);
    String intro = intro(lines.subList(0, first));
    List<Step> steps = new ArrayList<>();
    for (int start = first; start < lines.size(); ) {
      int end = nextTitle(lines, start + 1);
      steps.add(step(start + 1, lines.subList(start, end)));
      start = end;
    }
    return new TourFile(capability, intro, Map.copyOf(variables), List.copyOf(steps));
  }

  private static int nextTitle(List<String> lines, int from) {
    int line = from;
    while (line < lines.size() && !lines.get(line).startsWith(TITLE)) {
      line++;
    }
    return line;
  }

  /** Reads the variables, and what the file's first lines say of it. */
  private String intro(List<String> lines) {
    List<String> intro = new ArrayList<>();
    boolean ended = false;
    for (int line = 0; line < lines.size(); line++) {
      String text = lines.get(line).strip();
      ended |= text.isEmpty();
      Matcher variable = VARIABLE.matcher(text);
      if (variable.matches()) {
        variables.put(variable.group(1), variable.group(2));
      } else if (text.startsWith("#")) {
        if (!ended) {
          intro.add(text.substring(1).strip());
        }
      } else if (!text.isEmpty()) {
        throw wrong(line + 1, "before the first ### stand comments and variables alone");
      }
    }
    return String.join(" ", intro);
  }

  /** Reads a title and what stands under it. */
  private Step step(int line, List<String> lines) {
    String title = lines.getFirst().substring(TITLE.length()).strip();
    if (title.isEmpty()) {
      throw wrong(line, "a step has a title");
    }
    TermsInFile terms = new TermsInFile();
    List<String> note = new ArrayList<>();
    int next = 1;
    for (; next < lines.size(); next++) {
      String text = lines.get(next).strip();
      if (text.startsWith("#")) {
        String comment = text.substring(1).strip();
        if (!terms.take(line + next, comment)) {
          note.add(comment);
        }
      } else if (!text.isEmpty()) {
        break;
      }
    }
    Optional<Request> request =
        next == lines.size()
            ? Optional.empty()
            : Optional.of(request(line + next, terms.name, lines.subList(next, lines.size())));
    if (request.isEmpty() && terms.taken) {
      throw wrong(line, "a step that expects something has a request");
    }
    if (!terms.name.isEmpty()) {
      names.add(terms.name);
    }
    return new Step(line, title, String.join(" ", note), request, terms.read());
  }

  private Request request(int line, String name, List<String> lines) {
    Matcher first = REQUEST.matcher(lines.getFirst().strip());
    if (!first.matches()) {
      throw wrong(line, "“" + lines.getFirst() + "” is no request line");
    }
    Map<String, String> headers = new LinkedHashMap<>();
    int next = 1;
    for (; next < lines.size() && !lines.get(next).isBlank(); next++) {
      Matcher header = HEADER.matcher(lines.get(next).strip());
      if (!header.matches()) {
        throw wrong(line + next, "“" + lines.get(next) + "” is no header");
      }
      headers.put(header.group(1), check(line + next, header.group(2)));
    }
    String body = String.join("\n", lines.subList(next, lines.size())).strip();
    return new Request(
        name,
        first.group(1),
        check(line, first.group(2)),
        new LinkedHashMap<>(headers),
        check(line + next, body));
  }

  /** A text whose references all name something that stands above. */
  private String check(int line, String text) {
    for (String reference : Values.references(text)) {
      String name = Arrays.asList(reference.split("\\.", 2)).getFirst();
      if (!reference.startsWith("$") && !names.contains(name) && !variables.containsKey(name)) {
        throw wrong(line, "nothing above is called “" + name + "”");
      }
    }
    return text;
  }

  private IllegalArgumentException wrong(int line, String what) {
    return new IllegalArgumentException(file + ":" + line + ": " + what + ".");
  }

  /** The terms of one step, taken from its comments one by one. */
  private final class TermsInFile {
    private boolean taken;
    private String name = "";
    private boolean always;
    private boolean eventually;
    private boolean allPages;
    private Optional<Integer> status = Optional.empty();
    private final List<Expectation> expectations = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();

    /** Takes a comment if it is a term. */
    boolean take(int line, String comment) {
      Matcher term = TERM.matcher(comment);
      if (comment.equals("always")) {
        always = true;
      } else if (comment.equals("all pages")) {
        allPages = true;
      } else if (term.matches()) {
        take(line, term.group(1), check(line, term.group(2)));
      } else {
        return false;
      }
      taken = true;
      return true;
    }

    private void take(int line, String term, String value) {
      switch (term) {
        case "@name" -> name = value;
        case "show" -> {
          if (!JsonPaths.isPath(value)) {
            throw wrong(line, "“" + value + "” is no JSON path");
          }
          shown.add(value);
        }
        default -> {
          eventually |= term.equals("eventually");
          if (STATUS.matcher(value).matches()) {
            status = Optional.of(Integer.valueOf(value));
          } else {
            expectations.add(expectation(line, value));
          }
        }
      }
    }

    private Expectation expectation(int line, String value) {
      return Expectation.parse(value)
          .orElseThrow(() -> wrong(line, "“" + value + "” is no expectation"));
    }

    Terms read() {
      return new Terms(
          always, eventually, allPages, status, List.copyOf(expectations), List.copyOf(shown));
    }
  }
}
