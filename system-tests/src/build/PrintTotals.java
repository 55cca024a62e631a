import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Adds up the test reports of all modules. Prints one line for each reason why tests were skipped, and a last line with
 * the totals.
 */
final class PrintTotals {

    private int passed;

    private int failed;

    private int skipped;

    private final Map<String, Integer> leftOut = new LinkedHashMap<>();

    public static void main(String[] arguments) throws Exception {
        PrintTotals totals = new PrintTotals();
        for (Path report : reports(Path.of(arguments[0]))) {
            totals.add(report);
        }
        totals.leftOut.forEach((reason, count) -> System.out.println("Left out: " + count + " (" + reason + ")"));
        System.out.println(totals.passed + " passed, " + totals.failed + " failed, " + totals.skipped + " skipped");
    }

    private static List<Path> reports(Path root) throws IOException {
        List<Path> reports = new ArrayList<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path module : modules.sorted().toList()) {
                for (String kind : List.of("surefire-reports", "failsafe-reports")) {
                    Path folder = module.resolve("target").resolve(kind);
                    if (Files.isDirectory(folder)) {
                        try (Stream<Path> files = Files.list(folder)) {
                            files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                                    .forEach(reports::add);
                        }
                    }
                }
            }
        }
        return reports;
    }

    private void add(Path report) throws Exception {
        Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile())
                .getDocumentElement();
        int tests = Integer.parseInt(suite.getAttribute("tests"));
        int bad = Integer.parseInt(suite.getAttribute("failures")) + Integer.parseInt(suite.getAttribute("errors"));
        int out = Integer.parseInt(suite.getAttribute("skipped"));
        passed += tests - bad - out;
        failed += bad;
        skipped += out;
        NodeList reasons = suite.getElementsByTagName("skipped");
        for (int index = 0; index < reasons.getLength(); index++) {
            leftOut.merge(reason((Element) reasons.item(index)), 1, Integer::sum);
        }
    }

    /**
     * Returns the reason why a test was skipped. The reason of a condition is in an attribute; the reason of a failed
     * assumption is at the beginning of its stack trace.
     */
    private static String reason(Element skipped) {
        String said = skipped.getAttribute("message");
        return (said.isEmpty() ? skipped.getTextContent().replaceFirst("^[\\w.]+: ", "") : said).lines().findFirst()
                .orElse("no reason given");
    }
}
