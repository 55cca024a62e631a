package com.foobar.web.story;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.web.schema.Schema;

import static com.foobar.web.Site.awaitWritable;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
abstract class SearchContract {

    @Autowired
    private DatabasePair pair;

    @Autowired
    private Schema schema;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate onPrimary;

    @Autowired
    private Authoring authoring;

    @Autowired
    private Search search;

    private long author;

    /** A word that is in no story of another test. */
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @BeforeEach
    void haveAnAuthorAndNoStories() throws Exception {
        pair.heal();
        awaitWritable(schema, database);
        database.sql("delete from story").update();
        database.sql("""
                insert into account (username, password_hash, display_name, biography, email, email_visible, theme,
                  time_zone, page_size, created_at, version)
                values (:username, '', 'Ada', '', '', false, 'system', 'UTC', 10, '2026-01-01', 0)
                """).param("username", word).update();
        author = database.sql("select id from account where username = :username").param("username", word)
                .query(Long.class).single();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // Chinese, with simplified and traditional characters
            "我们在北京的图书馆里学习编程。|图书馆|馆书图", "我們在台北的圖書館裡學習。|台北|北台", "人工智能正在改变世界|智能|能智",
            "这是一个关于机器学习的入门教程|机器学习入门教程|程教门入习学器机",
            // Japanese
            "昨日、東京都の図書館で本を読みました。|東京|京東", "東京タワーへ行く|タワー|ワータ", "サーバーを起動する|サーバー|バーサー",
            "サーバーを起動する|ｻｰﾊﾞｰ|ﾊﾞｰｻｰ", "ひらがなで書く|ヒラガナ|ナガラヒ", "日々の暮らし|日々|々日",
            // Thai, Lao, Khmer, Burmese
            "ผมกำลังเรียนภาษาไทยอยู่ที่กรุงเทพ|ภาษาไทย|ไทยภาษา", "ผมกำลังเรียนภาษาไทยอยู่|เรียน|นเรีย",
            "ຂ້ອຍຮຽນພາສາລາວຢູ່ວຽງຈັນ|ພາສາລາວ|ລາວພາສາ", "ខ្ញុំរៀនភាសាខ្មែរនៅភ្នំពេញ|ភាសា|សាភា",
            "ကျွန်တော်မြန်မာစာသင်နေသည်|မြန်မာ|မာမြန်",
            // Korean: particles follow a noun without a space
            "서울에서 한국어를 공부합니다|서울|울서", "서울에서 한국어를 공부합니다|한국어|어국한",
            // Letters outside the basic plane
            "店の名は𠮷野家です|𠮷野|野𠮷", "這個𠮟字很少見|𠮟字|字𠮟" })
    void wordInsideASentenceIsFoundAndItsReverseIsNot(String sentence, String inside, String reverse) {
        String inText = publish("Title", "Latin before. " + sentence);
        String inTitle = publish(sentence, "Text");
        publish("Another", "全く関係ない話 ไม่เกี่ยวข้อง 전혀 상관없는");

        assertThat(found(inside)).containsExactlyInAnyOrder(inText, inTitle);
        assertThat(found(reverse)).isEmpty();
    }

    @Test
    void mixedTextIsFoundByEachOfItsWords() {
        String spaced = publish("One", "Spring 入門 Boot");
        String touching = publish("Two", "これはSpring入門Boot、2026年版です");

        for (String typed : List.of("Spring", "spring", "入門", "boot", "Spring入門", "Spring 入門 Boot", "入 門 Boot")) {
            assertThat(found(typed)).as(typed).containsExactlyInAnyOrder(spaced, touching);
        }
        assertThat(found("2026")).containsExactly(touching);
        assertThat(found("2026年")).containsExactly(touching);
        assertThat(found("門入")).isEmpty();
    }

    @Test
    void lettersOfTwoStretchesMakeNoWord() {
        publish("One", "東京 (Tokyo) 京都、都庁\n\n庁舎");

        assertThat(found("東京都")).isEmpty();
        assertThat(found("京京")).isEmpty();
        assertThat(found("都庁舎")).isEmpty();
        assertThat(found("東京 大阪")).hasSize(1);
    }

    @Test
    void oneLetterIsFoundWhereverItStands() {
        String first = publish("One", "猫が好き");
        String last = publish("Two", "黒い猫");
        String middle = publish("Three", "黒猫便");
        publish("Four", "犬");

        assertThat(found("猫")).containsExactlyInAnyOrder(first, last, middle);
    }

    @Test
    void markupInsideAWordIsNoneOfIt() {
        String slug = publish("One", """
                # 見**出**し

                東**京**タワーと[図書](https://example.com/)館、改
                行

                | 表 | 計 |
                | --- | --- |
                | 左 | 右 |

                ```
                注釈
                ```
                """);

        for (String typed : List.of("見出し", "東京タワー", "図書館", "改行", "注釈", "左")) {
            assertThat(found(typed)).as(typed).containsExactly(slug);
        }
        for (String typed : List.of("表計", "左右", "し東", "行表")) {
            assertThat(found(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void draftIsFoundOnlyAfterItsPublication() {
        String slug = authoring.write(author, text("下書き", "秘密の話"), false).slug();
        assertThat(found("秘密")).isEmpty();
        assertThat(found("下書")).isEmpty();

        authoring.publish(author, slug);

        assertThat(found("秘密")).hasSize(1);
        assertThat(found("下書")).hasSize(1);
    }

    @Test
    void editChangesWhatIsFound() {
        StoryView story = authoring.write(author, text("One", "北京的天气"), true);

        StoryView edited = authoring.edit(author, story.slug(), story.summary().version(), text("One", "上海的天气"), false);
        assertThat(found("北京")).isEmpty();
        assertThat(found("上海")).containsExactly(story.slug());

        authoring.edit(author, story.slug(), edited.summary().version(), text("One", "Nothing but Latin"), false);
        assertThat(found("上海")).isEmpty();
        assertThat(found("latin")).containsExactly(story.slug());

        authoring.delete(author, story.slug(), null);
        assertThat(found("latin")).isEmpty();
    }

    @Test
    void deletedStoryIsNotFound() {
        String slug = publish("One", "北京的天气");
        authoring.delete(author, slug, null);

        assertThat(found("北京")).isEmpty();
    }

    /**
     * The order is compared too: relevance is computed from the story's own text, which the other index does not
     * change.
     */
    @Test
    void storiesInLatinScriptAreFoundAsTheyWereWithoutTheOtherIndex() {
        publish("Café " + word, "A lighthouse, and don't forget the " + word);
        publish("Two", "Lighthouse lighthouse " + word);
        publish("Three", "The LIGHTHOUSE keeper's Übergröße");
        publish("灯台", "灯台 and a lighthouse");

        for (String typed : List.of("lighthouse", word, "cafe", "ubergrosse", "light", "don't", "the", "lighthouse "
                + word, "keeper's cafe")) {
            assertThat(found(typed)).as(typed).isEqualTo(foundInTextAlone(SearchWords.of(typed)));
        }
        assertThat(found("cafe")).hasSize(1);
        assertThat(found("lighthouse")).hasSize(4);
    }

    @Test
    void bestMatchComesFirst() {
        String one = publish("One", "今日は東京の話をします。長い話です。");
        String both = publish("Two", "東京と大阪の話");

        assertThat(found("東京 大阪")).containsExactly(both, one);
    }

    @Test
    void anythingMayBeTyped() {
        publish("One", "東京");

        for (String typed : List.of("\"東京", "東京\"", "+東京", "-東京", "(東京", "東京*", "東京 @3", "%東京%", "東京\\", "'東京'",
                "東京\0", "東京>", "~東京<")) {
            assertThat(found(typed)).as(typed).hasSize(1);
        }
        for (String typed : List.of("ー", "\u3099", "。", "\uD842", "の".repeat(500), "a".repeat(500), "一 ".repeat(500),
                "_", "_000000", "の".repeat(3) + "_".repeat(50), "中".repeat(200))) {
            assertThat(found(typed)).as(typed).isEmpty();
        }
    }

    private List<String> foundInTextAlone(String words) {
        return read(() -> database.sql("""
                select slug from story where match (title, body) against (:words in natural language mode)
                order by match (title, body) against (:words in natural language mode) desc, id desc
                """).param("words", words).query(String.class).list());
    }

    private List<String> found(String typed) {
        return read(() -> search.find(typed, 1, 50).items().stream().map(StorySummary::slug).toList());
    }

    private String publish(String title, String body) {
        return authoring.write(author, text(title, body), true).slug();
    }

    private static StoryText text(String title, String body) {
        return new StoryText(title, body, List.of());
    }

    /** Reads on the primary, because a test has no session with the position of its last write. */
    private <T> T read(Supplier<T> reading) {
        return Objects.requireNonNull(onPrimary.execute(_ -> reading.get()));
    }
}
