package com.foobar.web.story;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.web.Site;
import com.foobar.web.idempotency.RequestKey;
import com.foobar.web.schema.Schema;

import static com.foobar.replication.pair.Patience.await;
import static com.foobar.web.Site.awaitWritable;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
abstract class StoryPagesContract {

    @LocalServerPort
    private int port;

    @Autowired
    private DatabasePair pair;

    @Autowired
    private Schema schema;

    @Autowired
    private JdbcClient database;

    private Visitor ada;
    private Visitor bob;
    private Visitor reader;
    private String username;

    /** A word that is in no story of another test. */
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @BeforeEach
    void haveVisitors() throws Exception {
        pair.heal();
        awaitWritable(schema, database);
        ada = new Visitor(port);
        username = ada.signUp("ada");
        bob = new Visitor(port);
        bob.signUp("bob");
        reader = new Visitor(port);
    }

    @Test
    void storyIsWrittenReadRenamedAndDeleted() {
        String address = ada.submit("/stories", "title", word + " one", "body", "A *body*", "tags", "Java, " + word);

        assertThat(address).isEqualTo("/stories/" + word + "-one");
        assertThat(ada.page(address).select(".prose em").text()).isEqualTo("body");
        for (String list : new String[]{ "/", "/tags/" + word, "/authors/" + username, "/search?q=" + word }) {
            assertThat(ada.page(list).select("article.story h2").eachText()).as(list).contains(word + " one");
        }
        assertThat(ada.get("/tags/" + word + "/feed.atom").getBody()).contains(word + " one", "&lt;em&gt;body");
        assertThat(ada.get("/authors/" + username + "/feed.atom").getBody()).contains(word + " one");
        assertThat(ada.get("/feed.atom").getBody()).contains(word + " one", "http://localhost:" + port + address);

        Document editor = ada.page(address + "/edit");
        String renamed = ada.submit(address + "/edit", "title", word + " two", "body", "Changed", "version", editor
                .select("[name=version]").attr("value"));

        assertThat(renamed).isEqualTo("/stories/" + word + "-two");
        ResponseEntity<String> moved = ada.get(address);
        assertThat(moved.getStatusCode()).isEqualTo(HttpStatus.MOVED_PERMANENTLY);
        assertThat(moved.getHeaders().getFirst(HttpHeaders.LOCATION)).isEqualTo(renamed);
        assertThat(bob.post(renamed + "/delete").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(ada.submit(renamed + "/delete")).isEqualTo("/authors/" + username);
        assertThat(ada.get(renamed).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(ada.get(address).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void draftIsSavedPublishedAndThenSeenByOthers() {
        String editor = ada.submit("/stories", "title", word, "body", "Draft", "action", "draft");

        assertThat(ada.page(editor).select(".notice").text()).contains("The draft is saved");
        assertThat(ada.page("/drafts").select("h2 a").eachText()).containsExactly(word);
        String draft = editor.replace("/edit?saved", "");
        assertThat(draft).doesNotContain(word);
        for (String page : new String[]{ "", "/edit", "/delete" }) {
            assertThat(bob.get(draft + page).getStatusCode()).as(page).isEqualTo(HttpStatus.NOT_FOUND);
        }
        for (String form : new String[]{ "/edit", "/delete", "/publish", "/comments" }) {
            assertThat(bob.post(draft + form, "title", word, "body", "Mine", "version", "0").getStatusCode()).as(form)
                    .isEqualTo(HttpStatus.NOT_FOUND);
        }
        assertThat(bob.submit("/stories", "title", word, "body", "Mine")).isEqualTo("/stories/" + word);

        String address = ada.submit(draft + "/publish");

        assertThat(address).isEqualTo("/stories/" + word + "-2");
        assertThat(ada.get(draft).getHeaders().getFirst(HttpHeaders.LOCATION)).isEqualTo(address);
        await().untilAsserted(() -> assertThat(reader.page(address).select("h1").text()).isEqualTo(word));
        assertThat(ada.page("/drafts").select("h2")).isEmpty();
    }

    @Test
    void formThatIsSentTwiceMakesOneStoryAndOneComment() {
        String[] story = { "title", word, "body", "Body", "tags", word, "key", key(ada.page("/stories/new")) };
        String address = ada.submit("/stories", story);

        assertThat(ada.submit("/stories", story)).isEqualTo(address);
        assertThat(ada.page("/tags/" + word).select("article.story")).hasSize(1);

        String[] comment = { "body", "Comment", "key", key(bob.page(address)) };
        String place = bob.submit(address + "/comments", comment);
        assertThat(bob.submit(address + "/comments", comment)).isEqualTo(place);
        assertThat(bob.page(address).select("article.comment")).hasSize(1);
        assertThat(reader.page(address).select("[name=key]")).isEmpty();
    }

    @Test
    void formThatIsSentToTwoInstancesAtOnceMakesOneStory() throws Exception {
        List<Site> sites = Site.twoOver(pair);
        String session = sites.getFirst().signUp();
        Map<String, String> form = Map.of("title", word, "body", "Body", "tags", word, "key",
                RequestKey.generate().text());
        List<Callable<HttpResponse<String>>> clicks = IntStream.range(0, 8)
                .<Callable<HttpResponse<String>>> mapToObj(i -> () -> sites.get(i % 2).submit("/stories", session,
                        form))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(clicks).stream().map(Future::resultNow)).hasSize(8).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(303);
                assertThat(answer.headers().firstValue("Location")).hasValue("/stories/" + word);
            });
        }
        await().untilAsserted(() -> assertThat(reader.page("/tags/" + word).select("article.story")).hasSize(1));
    }

    @Test
    void formThatWasChangedAfterItHadMadeSomethingLosesNothing() {
        String key = key(ada.page("/stories/new"));
        String address = ada.submit("/stories", "title", word, "body", "First", "key", key);

        ResponseEntity<String> answer = ada.post("/stories", "title", word, "body", "Second", "key", key);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        Document page = Jsoup.parse(answer.getBody());
        assertThat(page.select(".comparison ins").eachText()).containsExactly("Second");
        String replaced = ada.submit(page.select("form.editor").attr("action"), "title", word, "body", "Second",
                "version", page.select("[name=version]").attr("value"));
        assertThat(replaced).isEqualTo(address);
        assertThat(ada.submit("/stories", "title", word, "body", "Third", "key", key(page))).isEqualTo(address + "-2");
    }

    @Test
    void editThatIsSentTwiceIsStoredOnce() {
        String address = ada.submit("/stories", "title", word, "body", "First");
        String version = ada.page(address + "/edit").select("[name=version]").attr("value");
        String[] edit = { "title", word + " two", "body", "Second", "tags", "b,a", "version", version };

        assertThat(ada.submit(address + "/edit", edit)).isEqualTo(ada.submit(address + "/edit", edit))
                .isEqualTo("/stories/" + word + "-two");
    }

    @Test
    void commentsAreLimitedOnBothInstancesTogether() {
        List<Site> sites = Site.twoOver(pair);
        String address = ada.submit("/stories", "title", word, "body", "Body");
        String session = sites.getFirst().signUp();
        for (int i = 0; i < 59; i++) {
            assertThat(sites.get(i % 2).submit(address + "/comments", session, Map.of("body", "Comment " + i))
                    .statusCode()).as("comment " + i).isEqualTo(303);
        }
        Map<String, String> last = Map.of("body", "The last", "key", RequestKey.generate().text());
        HttpResponse<String> stored = sites.getFirst().submit(address + "/comments", session, last);
        HttpResponse<String> repeated = sites.getLast().submit(address + "/comments", session, last);
        assertThat(stored.statusCode()).isEqualTo(303);
        assertThat(repeated.statusCode()).isEqualTo(303);
        assertThat(repeated.headers().firstValue("Location")).isEqualTo(stored.headers().firstValue("Location"));

        for (Site site : sites) {
            HttpResponse<String> refused = site.submit(address + "/comments", session, Map.of("body", "One too many"));
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 600L);
            assertThat(refused.body()).contains("One too many", "too many comments");
        }
        assertThat(bob.post(address + "/comments", "body", "Of somebody else").getStatusCode())
                .isEqualTo(HttpStatus.SEE_OTHER);
    }

    private static String key(Document page) {
        return page.select("form.editor [name=key]").attr("value");
    }

    @Test
    void editsThatMeetAreBothShown() {
        String address = ada.submit("/stories", "title", word, "body", "First");
        String version = ada.page(address + "/edit").select("[name=version]").attr("value");
        ada.submit(address + "/edit", "title", word, "body", "Second", "version", version);

        ResponseEntity<String> answer = ada.post(address + "/edit", "title", word, "body", "Third", "version", version);

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        Document page = Jsoup.parse(answer.getBody());
        assertThat(page.select(".comparison del").eachText()).containsExactly("Second");
        assertThat(page.select(".comparison ins").eachText()).containsExactly("Third");
        ada.submit(address + "/edit", "title", word, "body", page.select("textarea").text(), "version", page.select(
                "[name=version]").attr("value"));
        assertThat(ada.page(address).select(".prose").text()).isEqualTo("Third");
    }

    @Test
    void commentsAreWrittenEditedHiddenAndDeleted() {
        String address = ada.submit("/stories", "title", word, "body", "Body");

        String comment = bob.submit(address + "/comments", "body", "A *comment*");
        assertThat(comment).startsWith(address + "?after=").contains("#comment-");
        String id = comment.replaceAll(".*#comment-", "");
        assertThat(bob.page(comment.replaceAll("#.*", "")).select("#comment-" + id + " em").text()).isEqualTo(
                "comment");

        String own = address + "/comments/" + id;
        String version = bob.page(own + "/edit").select("[name=version]").attr("value");
        bob.submit(own + "/edit", "body", "Changed", "version", version);
        assertThat(bob.page(address).select("#comment-" + id).text()).contains("Changed", "edited");

        ada.submit(own + "/hide");
        assertThat(ada.page(address).select("#comment-" + id).text()).contains("hidden by the story's author");
        await().untilAsserted(() -> assertThat(reader.page(address).select("article.comment")).isEmpty());
        ada.submit(own + "/show");
        await().untilAsserted(() -> assertThat(reader.page(address).select("article.comment")).hasSize(1));

        bob.submit(own + "/delete");
        assertThat(bob.page(address).select("article.comment")).isEmpty();
    }

    @Test
    void nobodyWritesButNothingTypedIsLost() {
        ResponseEntity<String> story = reader.post("/stories", "title", "My title", "body", "My body");
        assertThat(story.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(story.getBody()).contains("My title", "My body", "/sign-in");

        ResponseEntity<String> comment = reader.post("/stories/any/comments", "body", "My comment");
        assertThat(comment.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(comment.getBody()).contains("My comment", "/sign-in");
    }

    @Test
    void nothingTypedIsLostWhileThePrimaryIsAway() throws Exception {
        String address = ada.submit("/stories", "title", word, "body", "Body");
        pair.primary().cable().cut();
        try {
            ResponseEntity<String> story = ada.post("/stories", "title", "My title", "body", "My body");
            assertThat(story.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(story.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
            assertThat(story.getBody()).contains("My title", "My body");

            ResponseEntity<String> comment = bob.post(address + "/comments", "body", "My comment");
            assertThat(comment.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(comment.getBody()).contains("My comment");
        } finally {
            pair.heal();
        }
    }

    @Test
    void longestStoryOfTheWidestCharactersIsTaken() {
        String body = "日本語の物語".repeat(8_333);

        String address = ada.submit("/stories", "title", word, "body", body);

        assertThat(ada.page(address).select(".prose").text()).isEqualTo(body);
    }

    @Test
    void sitemapLeadsToStories() {
        String address = ada.submit("/stories", "title", word, "body", "Body");

        Document index = ada.page("/sitemap.xml");
        String last = index.select("loc").last().text().replaceAll("https?://[^/]+", "");
        assertThat(ada.get(last).getBody()).contains("<loc>http://localhost:" + port + address + "</loc>");
        assertThat(ada.get("/robots.txt").getBody()).contains("http://localhost:" + port + "/sitemap.xml");
    }
}
