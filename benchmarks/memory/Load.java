import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Mixed load at a steady rate: readers and authors, pages and API, HTTP/1.1 and HTTP/2, and clients that send what they
 * should not. Ends with status 1 where an operation ended otherwise than it should.
 *
 * <pre>java Load.java SITE AUTHORITY_FILE REQUESTS_PER_SECOND SECONDS</pre>
 */
final class Load {

    private static final String PASSWORD = "correct horse battery";

    private static final int AUTHORS = 6;

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** What is refused for coming too often is told apart from what fails. */
    private static final int TOO_MANY = 429;

    private static final Pattern HIDDEN = Pattern
            .compile("<input type=\"hidden\" name=\"([^\"]+)\"[^>]*?value=\"([^\"]*)\"");

    private static final Pattern STORY = Pattern.compile("href=\"(/stories/[a-z0-9-]+)\"");

    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    private static final Pattern SLUG = Pattern.compile("\"slug\":\"([^\"]+)\"");

    private static final String[] WORDS = { "replica", "gateway", "slow", "commit", "nginx", "letters", "a b", "zzzz" };

    private interface Step {
        int status(Random random) throws Exception;
    }

    private record Operation(String name, int weight, Set<Integer> expected, Step step) {}

    private record Author(String name, HttpClient client) {}

    private final URI site;
    private final SSLContext tls;
    private final HttpClient[] readers;
    private final List<Author> authors = new ArrayList<>();
    private final List<Operation> operations;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, Map<String, LongAdder>> results = new ConcurrentHashMap<>();
    private volatile List<String> stories = List.of();
    private volatile List<String> assets = List.of();

    private Load(URI site, SSLContext tls) {
        this.site = site;
        this.tls = tls;
        this.readers = new HttpClient[] { client(Version.HTTP_1_1), client(Version.HTTP_2) };
        this.operations = operations();
    }

    public static void main(String[] arguments) throws Exception {
        Load load = new Load(URI.create(arguments[0]), trusting(Path.of(arguments[1])));
        load.prepare();
        load.run(Integer.parseInt(arguments[2]), Duration.ofSeconds(Long.parseLong(arguments[3])));
        System.exit(load.report() ? 0 : 1);
    }

    private List<Operation> operations() {
        return List.of(new Operation("home", 14, Set.of(200), random -> read(random, "/")),
                new Operation("story", 20, Set.of(200, 404), random -> read(random, any(random, stories))),
                new Operation("tags", 4, Set.of(200), random -> read(random, "/tags")),
                new Operation("search", 8, Set.of(200),
                        random -> read(random, "/search?q=" + encode(any(random, List.of(WORDS))))),
                new Operation("feed", 3, Set.of(200), random -> read(random, "/feed.atom")),
                new Operation("sitemap", 1, Set.of(200), random -> read(random, "/sitemap.xml")),
                new Operation("infrastructure", 4, Set.of(200), random -> read(random, "/infrastructure")),
                new Operation("static file", 12, Set.of(200), random -> read(random, any(random, assets))),
                new Operation("api list", 8, Set.of(200), random -> read(random, "/api/v1/stories")),
                new Operation("api search", 3, Set.of(200),
                        random -> read(random, "/api/v1/search?q=" + encode(any(random, List.of(WORDS))))),
                new Operation("own pages", 6, Set.of(200), this::ownPage),
                new Operation("sign in and out", 2, Set.of(303), this::signInAndOut),
                new Operation("publish by form", 1, Set.of(303), this::publish),
                new Operation("comment by form", 2, Set.of(303, 404), this::comment),
                new Operation("write by api", 2, Set.of(204), this::writeByApi),
                new Operation("long text", 2, Set.of(200), this::longText),
                new Operation("too long a body", 1, Set.of(413), this::tooLong),
                new Operation("bad form", 2, Set.of(400, 422), this::badForm),
                new Operation("bad json", 2, Set.of(400, 422), this::badJson),
                new Operation("no such page", 3, Set.of(404),
                        random -> read(random, "/stories/none-" + random.nextInt())),
                new Operation("bad request", 1, Set.of(400, 405, 421, 501), this::badRequest),
                new Operation("broken upload", 1, Set.of(0), this::brokenUpload));
    }

    private void prepare() throws Exception {
        for (int author = 0; author < AUTHORS; author++) {
            HttpClient client = client(author % 2 == 0 ? Version.HTTP_1_1 : Version.HTTP_2);
            String name = "load-" + Long.toString(System.nanoTime(), 36);
            int status = submit(client, "/sign-up", "/sign-up", Map.of("username", name, "password", PASSWORD));
            if (status != 303) {
                throw new IllegalStateException("Signing up ended with " + status
                        + "; 429 is the limit of accounts an hour from one address");
            }
            authors.add(new Author(name, client));
        }
        refresh();
    }

    private void refresh() throws Exception {
        HttpResponse<String> home = send(readers[1], request("/").GET());
        List<String> shown = all(STORY, home.body()).stream().filter(path -> !path.equals("/stories/new")).toList();
        List<String> named = all(ASSET, home.body());
        if (home.statusCode() != 200 || shown.isEmpty() || named.isEmpty()) {
            throw new IllegalStateException("The home page shows no stories, or names no files: " + home);
        }
        stories = shown;
        assets = named;
    }

    private void run(int rate, Duration duration) throws Exception {
        Random random = new Random(1);
        int weights = operations.stream().mapToInt(Operation::weight).sum();
        Semaphore inFlight = new Semaphore(100);
        long start = System.nanoTime();
        long step = 1_000_000_000L / rate;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long tick = 0; tick * step < duration.toNanos(); tick++) {
                LockSupport.parkNanos(start + tick * step - System.nanoTime());
                Operation operation = operation(random.nextInt(weights));
                long seed = random.nextLong();
                if (inFlight.tryAcquire()) {
                    threads.submit(() -> {
                        count(operation, outcome(operation, new Random(seed)));
                        inFlight.release();
                    });
                } else {
                    count(operation, "not sent");
                }
                if (tick % (rate * 60L) == rate * 30L) {
                    threads.submit(() -> {
                        refresh();
                        return null;
                    });
                }
            }
        }
    }

    private Operation operation(int place) {
        int left = place;
        for (Operation operation : operations) {
            left -= operation.weight();
            if (left < 0) {
                return operation;
            }
        }
        throw new IllegalStateException();
    }

    private static String outcome(Operation operation, Random random) {
        try {
            return String.valueOf(operation.step().status(random));
        } catch (Exception failure) {
            return failure.getClass().getSimpleName();
        }
    }

    private void count(Operation operation, String outcome) {
        results.computeIfAbsent(operation.name(), name -> new ConcurrentHashMap<>())
                .computeIfAbsent(outcome, name -> new LongAdder()).increment();
    }

    /**
     * Prints what came of each operation, and returns whether all but one in a hundred of each were sent and ended as
     * they should.
     */
    private boolean report() {
        boolean good = true;
        for (Operation operation : operations) {
            Map<String, LongAdder> counts = results.getOrDefault(operation.name(), Map.of());
            long sent = counts.values().stream().mapToLong(LongAdder::sum).sum();
            long right = operation.expected().stream().map(String::valueOf).filter(counts::containsKey)
                    .mapToLong(status -> counts.get(status).sum()).sum();
            long refused = counts.containsKey(String.valueOf(TOO_MANY)) ? counts.get(String.valueOf(TOO_MANY)).sum()
                    : 0;
            boolean fine = right > 0 && sent - right - refused <= sent / 100;
            good &= fine;
            System.out.printf("%-18s %7d  %-40s %s%n", operation.name(), sent, new TreeMap<>(counts),
                    fine ? "" : "WRONG");
        }
        return good;
    }

    private int read(Random random, String path) throws Exception {
        return send(readers[random.nextInt(2)], request(path).GET()).statusCode();
    }

    private int ownPage(Random random) throws Exception {
        return send(author(random).client(),
                request(any(random, List.of("/drafts", "/settings", "/", "/stories/new"))).GET()).statusCode();
    }

    private int signInAndOut(Random random) throws Exception {
        HttpClient client = client(random.nextBoolean() ? Version.HTTP_1_1 : Version.HTTP_2);
        try (client) {
            int status = submit(client, "/sign-in", "/sign-in",
                    Map.of("username", author(random).name(), "password", PASSWORD));
            return status == 303 ? submit(client, "/", "/sign-out", Map.of()) : status;
        }
    }

    private int publish(Random random) throws Exception {
        return submit(author(random).client(), "/stories/new", "/stories",
                Map.of("title", "Loaded " + number.incrementAndGet(), "body", text(random, 2_000), "tags", "load"));
    }

    private int comment(Random random) throws Exception {
        String story = any(random, stories);
        return submit(author(random).client(), story, story + "/comments", Map.of("body", text(random, 300)));
    }

    /** A draft that is made and deleted again. */
    private int writeByApi(Random random) throws Exception {
        HttpClient client = author(random).client();
        HttpResponse<String> made = send(client, json("/api/v1/stories", "{\"title\": \"Loaded "
                + number.incrementAndGet() + "\", \"body\": \"" + text(random, 20_000) + "\", \"publish\": false}"));
        Matcher slug = SLUG.matcher(made.body());
        if (made.statusCode() != 201 || !slug.find()) {
            return made.statusCode();
        }
        return send(client, sameOrigin(request("/api/v1/stories/" + slug.group(1)))
                .header("If-Match", made.headers().firstValue("ETag").orElse("*")).DELETE()).statusCode();
    }

    private int longText(Random random) throws Exception {
        return send(author(random).client(), json("/api/v1/preview", "{\"body\": \"" + text(random, 49_000) + "\"}"))
                .statusCode();
    }

    private int tooLong(Random random) throws Exception {
        return send(author(random).client(), json("/api/v1/preview", "{\"body\": \"" + "x".repeat(1_100_000) + "\"}"))
                .statusCode();
    }

    private int badForm(Random random) throws Exception {
        return send(author(random).client(), form("/stories", "title=&body=&version=none&tags=%00")).statusCode();
    }

    private int badJson(Random random) throws Exception {
        return send(author(random).client(), json("/api/v1/stories", "{\"title\": [")).statusCode();
    }

    private int badRequest(Random random) throws Exception {
        String answer = raw(any(random, List.of("GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: foobar.com\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "NONSENSE\r\n\r\n")), true);
        return answer.length() < 12 ? -1 : Integer.parseInt(answer.substring(9, 12));
    }

    private int brokenUpload(Random random) throws Exception {
        raw("POST /stories HTTP/1.1\r\nHost: foobar.com\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: 1000\r\n\r\na=b", false);
        return 0;
    }

    /** Sends that over a connection of its own, and breaks it off at once or reads what comes first. */
    private String raw(String request, boolean waits) throws IOException {
        try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(site.getHost(), port())) {
            socket.setSoTimeout((int) LIMIT.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return waits ? new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII) : "";
        }
    }

    private int port() {
        return site.getPort() < 0 ? 443 : site.getPort();
    }

    /** Opens the page that has the form, and sends it with the hidden fields that it has there, as a browser does. */
    private int submit(HttpClient client, String page, String action, Map<String, String> fields) throws Exception {
        HttpResponse<String> shown = send(client, request(page).GET());
        if (shown.statusCode() != 200) {
            return shown.statusCode();
        }
        Map<String, String> all = new LinkedHashMap<>();
        int form = shown.body().indexOf("action=\"" + action + "\"");
        if (form >= 0) {
            int end = shown.body().indexOf("</form>", form);
            Matcher hidden = HIDDEN.matcher(shown.body().substring(form, end < 0 ? shown.body().length() : end));
            while (hidden.find()) {
                all.put(hidden.group(1), hidden.group(2));
            }
        }
        all.putAll(fields);
        StringBuilder body = new StringBuilder();
        all.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&").append(encode(name)).append('=')
                .append(encode(value)));
        return send(client, form(action, body.toString())).statusCode();
    }

    private HttpRequest.Builder form(String path, String body) {
        return sameOrigin(request(path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder json(String path, String body) {
        return sameOrigin(request(path)).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(site.resolve(path)).timeout(LIMIT);
    }

    private HttpRequest.Builder sameOrigin(HttpRequest.Builder request) {
        return request.header("Origin", site.getScheme() + "://" + site.getAuthority())
                .header("Sec-Fetch-Site", "same-origin");
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private Author author(Random random) {
        return any(random, authors);
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).distinct().toList();
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(random.nextInt(12) == 0 ? "**" + any(random, List.of(WORDS)) + "** "
                    : any(random, List.of(WORDS)) + " ");
        }
        return text.substring(0, length);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpClient client(Version version) {
        return HttpClient.newBuilder().version(version).sslContext(tls).cookieHandler(new CookieManager())
                .connectTimeout(LIMIT).build();
    }

    private static SSLContext trusting(Path authority) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream certificate = Files.newInputStream(authority)) {
            trusted.setCertificateEntry("authority",
                    CertificateFactory.getInstance("X.509").generateCertificate(certificate));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
