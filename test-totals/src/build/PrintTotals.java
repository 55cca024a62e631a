import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Adds up the test reports of all modules. Prints the slowest test classes, each module's share of the time, one line
 * for each reason why tests were skipped, and a last line with the totals.
 */
final class PrintTotals {

    private static final int SLOWEST = 10;

    /** The time that one test class took, its setup included. */
    private record TimedClass(String module, String name, double seconds) {}

    private final List<TimedClass> classes = new ArrayList<>();

    private final Map<String, Integer> leftOut = new LinkedHashMap<>();

    private int passed;

    private int failed;

    private int skipped;

    public static void main(String[] arguments) throws Exception {
        PrintTotals totals = new PrintTotals();
        try (Stream<Path> modules = Files.list(Path.of(arguments[0]))) {
            for (Path module : modules.sorted().toList()) {
                for (Path report : reports(module)) {
                    totals.add(module.getFileName().toString(), report);
                }
            }
        }
        totals.print();
    }

    private static List<Path> reports(Path module) throws IOException {
        List<Path> reports = new ArrayList<>();
        for (String kind : List.of("surefire-reports", "failsafe-reports")) {
            Path folder = module.resolve("target").resolve(kind);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml")).forEach(reports::add);
                }
            }
        }
        return reports;
    }

    private void add(String module, Path report) throws Exception {
        Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile())
                .getDocumentElement();
        int tests = Integer.parseInt(suite.getAttribute("tests"));
        int bad = Integer.parseInt(suite.getAttribute("failures")) + Integer.parseInt(suite.getAttribute("errors"));
        int out = Integer.parseInt(suite.getAttribute("skipped"));
        passed += tests - bad - out;
        failed += bad;
        skipped += out;
        classes.add(new TimedClass(module, suite.getAttribute("name").replaceFirst(".*\\.", ""),
                Double.parseDouble(suite.getAttribute("time").replace(",", ""))));
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

    private void print() {
        System.out.println("The slowest test classes:");
        classes.stream().sorted(Comparator.comparingDouble(TimedClass::seconds).reversed()).limit(SLOWEST)
                .forEach(slow -> System.out.printf("%5.0f s  %s (%s)%n", slow.seconds(), slow.name(), slow.module()));
        Map<String, Double> modules = new LinkedHashMap<>();
        classes.forEach(timed -> modules.merge(timed.module(), timed.seconds(), Double::sum));
        double all = modules.values().stream().mapToDouble(Double::doubleValue).sum();
        System.out.println("Each module's share of the " + Math.round(all) + " s that all test classes took:");
        modules.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(module -> System.out.printf("%5.0f s  %3.0f %%  %s%n", module.getValue(),
                        all == 0 ? 0 : 100 * module.getValue() / all, module.getKey()));
        leftOut.forEach((reason, count) -> System.out.println("Left out: " + count + " (" + reason + ")"));
        System.out.println(passed + " passed, " + failed + " failed, " + skipped + " skipped");
    }
}
