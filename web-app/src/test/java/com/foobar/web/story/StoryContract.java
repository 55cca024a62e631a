package com.foobar.web.story;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import com.foobar.replication.pair.DatabasePair;
import com.foobar.web.account.AccountGoneException;
import com.foobar.web.idempotency.KeyReusedException;
import com.foobar.web.idempotency.RequestKey;
import com.foobar.web.paging.Cursor;
import com.foobar.web.paging.Page;
import com.foobar.web.schema.Schema;

import static com.foobar.replication.pair.Patience.await;
import static com.foobar.web.Site.awaitWritable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "management.server.port=0")
abstract class StoryContract {

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
    private Stories stories;

    @Autowired
    private Comments comments;

    @Autowired
    private Tags tags;

    @Autowired
    private Search search;

    private long ada;
    private long bob;

    /** A word that is in no story of another test. */
    private final String word = "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @BeforeEach
    void haveAuthors() throws Exception {
        pair.heal();
        awaitWritable(schema, database);
        ada = account("ada");
        bob = account("bob");
    }

    @Test
    void storyReadsAsItWasWritten() {
        StoryView story = authoring.write(ada, text(word + " Ünïcode 🐬", "# Head\n\nBody 日本", "b-tag", "a"), true);

        assertThat(read(() -> stories.find(story.slug(), null))).isEqualTo(story);
        assertThat(story.slug()).isEqualTo(word + "-unicode");
        assertThat(story.body()).isEqualTo("# Head\n\nBody 日本");
        assertThat(story.summary()).satisfies(summary -> {
            assertThat(summary.title()).isEqualTo(word + " Ünïcode 🐬");
            assertThat(summary.excerpt()).isEqualTo("Head Body 日本");
            assertThat(summary.tags()).containsExactly("a", "b-tag");
            assertThat(Objects.requireNonNull(summary.author()).displayName()).isEqualTo("ada of " + word);
            assertThat(summary.publishedAt()).isEqualTo(summary.createdAt()).isEqualTo(summary.updatedAt());
            assertThat(summary.isEdited()).isFalse();
        });
    }

    @Test
    void draftIsItsAuthorsUntilItIsPublished() {
        StoryView draft = authoring.write(ada, text("Draft " + word, "Body", word), false);

        assertThat(read(() -> stories.find(draft.slug(), ada)).summary().isDraft()).isTrue();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> read(() -> stories.find(draft.slug(),
                bob))).withMessage(NotFoundException.NO_STORY);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> read(() -> stories.find(draft.slug(),
                null))).withMessage(NotFoundException.NO_STORY);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> authoring.delete(bob, draft.slug(),
                null)).withMessage(NotFoundException.NO_STORY);
        assertThat(slugs(read(() -> stories.drafts(ada, null, 5)))).containsExactly(draft.slug());
        assertThat(read(() -> stories.byTag(word, null, 5)).items()).isEmpty();
        assertThat(read(() -> stories.byAuthor(ada, null, 5)).items()).isEmpty();

        StorySummary published = authoring.publish(ada, draft.slug()).summary();

        assertThat(published.publishedAt()).isNotNull();
        assertThat(read(() -> stories.drafts(ada, null, 5)).items()).isEmpty();
        assertThat(read(() -> stories.byTag(word, null, 5)).items()).containsExactly(published);
        assertThat(read(() -> stories.byAuthor(ada, null, 5)).items()).containsExactly(published);
        assertThat(authoring.publish(ada, draft.slug()).summary().publishedAt()).isEqualTo(published.publishedAt());
    }

    @Test
    void addressOfADraftSaysNothingOfItsTitleAndLeadsToTheStoryForGood() {
        StoryView draft = authoring.write(ada, text(word, "Body"), false);
        StoryView renamed = authoring.edit(ada, draft.slug(), draft.summary().version(), text(word + " two", "Body"),
                false);

        assertThat(draft.slug()).matches("draft-[0-9a-f]{32}");
        assertThat(renamed.slug()).isEqualTo(draft.slug());
        assertThat(authoring.write(bob, text(word, "Body"), false).slug()).isNotEqualTo(draft.slug());

        assertThat(authoring.write(bob, text(word, "Body"), true).slug()).isEqualTo(word);
        assertThat(authoring.write(bob, text(word + " two", "Body"), true).slug()).isEqualTo(word + "-two");
        assertThat(authoring.publish(ada, draft.slug()).slug()).isEqualTo(word + "-two-2");
        assertThat(read(() -> stories.find(draft.slug(), null)).slug()).isEqualTo(word + "-two-2");
        assertThat(authoring.publish(ada, draft.slug()).slug()).isEqualTo(word + "-two-2");
    }

    @Test
    void draftThatIsPublishedByItsEditorGetsTheAddressOfItsTitle() {
        StoryView draft = authoring.write(ada, text(word, "Body"), false);

        StoryView published = authoring.edit(ada, draft.slug(), draft.summary().version(), text(word, "Body"), true);

        assertThat(published.slug()).isEqualTo(word);
    }

    @Test
    void formerAddressOfAStoryLeadsToItAndComesBackWithItsTitle() {
        StoryView first = authoring.write(ada, text(word + " one", "Body"), true);

        StoryView second = authoring.edit(ada, first.slug(), first.summary().version(), text(word + " two", "Body"),
                true);

        assertThat(second.slug()).isEqualTo(word + "-two");
        assertThat(second.summary().publishedAt()).isEqualTo(first.summary().publishedAt());
        assertThat(read(() -> stories.find(word + "-one", null)).slug()).isEqualTo(word + "-two");
        assertThat(authoring.write(bob, text(word + " one", "Body"), true).slug()).isEqualTo(word + "-one-2");
        assertThat(authoring.edit(ada, word + "-one", second.summary().version(), text(word + " one", "Body"), true)
                .slug()).isEqualTo(word + "-one");
        assertThat(read(() -> stories.find(word + "-two", null)).slug()).isEqualTo(word + "-one");
    }

    @Test
    void storiesOfOneTitleThatComeAtOnceGetDifferentAddresses() throws Exception {
        List<Callable<String>> writers = IntStream.range(0, 12).<Callable<String>> mapToObj(
                i -> () -> authoring.write(i % 2 == 0 ? ada : bob, text(word, "Body"), true).slug()).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> slugs = threads.invokeAll(writers).stream().map(Future::resultNow).toList();

            assertThat(slugs).doesNotHaveDuplicates().contains(word, word + "-2")
                    .allSatisfy(slug -> assertThat(slug).startsWith(word));
        }
    }

    @Test
    void sameRequestStoresOneStoryHoweverOftenAndWhereverItComes() throws Exception {
        RequestKey key = RequestKey.generate();
        List<Callable<StoryView>> writers = IntStream.range(0, 8).<Callable<StoryView>> mapToObj(
                _ -> () -> authoring.write(ada, key, text(word, "Body", word), true)).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<StoryView> written = threads.invokeAll(writers).stream().map(Future::resultNow).toList();

            assertThat(written).hasSize(8).containsOnly(written.getFirst());
        }
        assertThat(read(() -> stories.byTag(word, null, 5)).items()).hasSize(1);
        assertThat(authoring.write(bob, key, text(word, "Body"), true).slug()).isEqualTo(word + "-2");
    }

    @Test
    void requestThatWasRolledBackIsMadeByWhoeverWaitedForIt() throws Exception {
        RequestKey key = RequestKey.generate();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<StoryView>> waiting = Objects.requireNonNull(onPrimary.execute(transaction -> {
                authoring.write(ada, key, text(word, "Body", word), true);
                transaction.setRollbackOnly();
                List<Future<StoryView>> others = Stream.generate(() -> threads.submit(
                        () -> authoring.write(ada, key, text(word, "Body", word), true))).limit(3).toList();
                await().until(() -> waitingForLocks() >= others.size());
                return others;
            }));
            for (Future<StoryView> other : waiting) {
                assertThat(other.get()).isEqualTo(waiting.getFirst().get());
            }
        }
        assertThat(read(() -> stories.byTag(word, null, 5)).items()).hasSize(1);
    }

    @Test
    void publishedStoryIsLeftAloneWhenItIsPublishedAgain() {
        StoryView story = authoring.write(ada, text(word, "日本語の物語"), true);
        database.sql("update story_term set terms = 'untouched' where story_id = ?").param(story.summary().id())
                .update();

        assertThat(authoring.published(ada, story.slug())).contains(story);
        assertThat(authoring.publish(ada, story.slug())).isEqualTo(story);
        assertThat(database.sql("select terms from story_term where story_id = ?").param(story.summary().id())
                .query(String.class).single()).isEqualTo("untouched");
        assertThatExceptionOfType(NotTheAuthorException.class).isThrownBy(() -> authoring.published(bob,
                story.slug()));
        assertThat(authoring.published(ada, authoring.write(ada, text(word, "Body"), false).slug())).isEmpty();
    }

    @Test
    void draftThatAnEarlierVersionStoredLosesTheAddressOfItsTitle() {
        StoryView draft = authoring.write(ada, text(word, "Body"), false);
        database.sql("update story_slug set slug = ? where story_id = ?").params(word, draft.summary().id()).update();
        database.sql("update story set slug = ? where id = ?").params(word, draft.summary().id()).update();

        StoryView saved = authoring.edit(ada, word, draft.summary().version(), text(word, "Changed"), false);

        assertThat(saved.slug()).matches("draft-[0-9a-f]{32}");
        assertThat(database.sql("select slug from story_slug where story_id = ?").param(draft.summary().id())
                .query(String.class).list()).containsExactly(saved.slug());
    }

    @Test
    void nobodyIsSignedInWhoseAccountIsGone() {
        String slug = authoring.write(bob, text(word, "Body"), true).slug();
        database.sql("delete from account where id = ?").param(ada).update();

        assertThatExceptionOfType(AccountGoneException.class).isThrownBy(() -> authoring.write(ada,
                RequestKey.generate(), text(word, "Body"), true));
        assertThatExceptionOfType(AccountGoneException.class).isThrownBy(() -> authoring.write(ada, text(word, "Body"),
                true));
        assertThatExceptionOfType(AccountGoneException.class).isThrownBy(() -> comments.add(ada, RequestKey.generate(),
                slug, new CommentText("Body")));
        assertThatExceptionOfType(AccountGoneException.class).isThrownBy(() -> comments.add(ada, slug,
                new CommentText("Body")));
    }

    @Test
    void keyIsForOneRequestAlone() {
        RequestKey key = RequestKey.generate();
        StoryView story = authoring.write(ada, key, text(word, "Body"), true);

        assertThatExceptionOfType(StoryMadeException.class).isThrownBy(() -> authoring.write(ada, key, text(word,
                "Changed"), true)).satisfies(made -> assertThat(made.story()).isEqualTo(story));
        assertThatExceptionOfType(StoryMadeException.class).isThrownBy(() -> authoring.write(ada, key, text(word,
                "Body"), false));
        assertThatExceptionOfType(KeyReusedException.class).isThrownBy(() -> comments.add(ada, key, story.slug(),
                new CommentText("Body"))).isNotInstanceOf(CommentMadeException.class);

        authoring.delete(ada, story.slug(), null);

        assertThatExceptionOfType(KeyReusedException.class).isThrownBy(() -> authoring.write(ada, key, text(word,
                "Body"), true)).isNotInstanceOf(StoryMadeException.class);
    }

    @Test
    void sameRequestAddsOneComment() throws Exception {
        StorySummary story = authoring.write(ada, text(word, "Body"), true).summary();
        RequestKey key = RequestKey.generate();
        CommentText text = new CommentText("Comment");
        List<Callable<CommentView>> writers = IntStream.range(0, 8).<Callable<CommentView>> mapToObj(
                _ -> () -> comments.add(bob, key, story.slug(), text)).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CommentView> added = threads.invokeAll(writers).stream().map(Future::resultNow).toList();

            assertThat(added).hasSize(8).containsOnly(added.getFirst());
            assertThat(read(() -> comments.list(story, null, null, 5)).items()).containsExactly(added.getFirst());
            assertThatExceptionOfType(CommentMadeException.class).isThrownBy(() -> comments.add(bob, key, story.slug(),
                    new CommentText("Changed")))
                    .satisfies(made -> assertThat(made.comment()).isEqualTo(added.getFirst()));
            comments.delete(bob, story.slug(), added.getFirst().id());
        }
        assertThatExceptionOfType(KeyReusedException.class).isThrownBy(() -> comments.add(bob, key, story.slug(),
                text)).isNotInstanceOf(CommentMadeException.class);
    }

    @Test
    void editOfAnOlderVersionIsRefusedWithThePresentOne() {
        StoryView story = authoring.write(ada, text(word, "First"), true);
        long version = story.summary().version();
        StoryView second = authoring.edit(ada, story.slug(), version, text(word, "Second"), true);

        assertThatExceptionOfType(EditConflictException.class)
                .isThrownBy(() -> authoring.edit(ada, story.slug(), version, text(word, "Third"), true))
                .satisfies(conflict -> assertThat(conflict.current()).isEqualTo(second));
        assertThatExceptionOfType(EditConflictException.class).isThrownBy(() -> authoring.delete(ada, story.slug(),
                version));
        assertThat(read(() -> stories.find(story.slug(), null)).body()).isEqualTo("Second");
        assertThat(second.summary().isEdited()).isTrue();
    }

    @Test
    void ofEditsThatComeAtOnceOneIsStored() throws Exception {
        StoryView story = authoring.write(ada, text(word, "First"), true);
        List<Callable<StoryView>> editors = IntStream.range(0, 6).<Callable<StoryView>> mapToObj(
                i -> () -> authoring.edit(ada, story.slug(), story.summary().version(), text(word, "Edit " + i), true))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<StoryView>> edits = threads.invokeAll(editors);

            assertThat(edits.stream().filter(edit -> edit.state() == Future.State.SUCCESS)).hasSize(1);
            assertThat(edits.stream().filter(edit -> edit.state() == Future.State.FAILED).map(Future::exceptionNow))
                    .hasSize(5).allSatisfy(failure -> assertThat(failure).isInstanceOf(EditConflictException.class));
        }
    }

    @Test
    void onlyItsAuthorChangesAStory() {
        StoryView story = authoring.write(ada, text(word, "Body"), true);

        assertThatExceptionOfType(NotTheAuthorException.class).isThrownBy(() -> authoring.edit(bob, story.slug(),
                story.summary().version(), text(word, "Mine"), true));
        assertThatExceptionOfType(NotTheAuthorException.class).isThrownBy(() -> authoring.delete(bob, story.slug(),
                null));
        assertThatExceptionOfType(NotTheAuthorException.class).isThrownBy(() -> authoring.publish(bob, story.slug()));
    }

    @Test
    void deletedStoryIsGoneWithItsCommentsTagsAndAddresses() {
        StoryView story = authoring.write(ada, text(word, "Body", word), true);
        comments.add(bob, story.slug(), new CommentText("A comment"));

        authoring.delete(ada, story.slug(), null);

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> read(() -> stories.find(story.slug(),
                ada))).withMessage(NotFoundException.NO_STORY);
        for (String table : List.of("story_comment", "story_tag", "story_slug")) {
            assertThat(database.sql("select count(*) from " + table + " where story_id = :id").param("id", story
                    .summary().id()).query(Long.class).single()).as(table).isZero();
        }
    }

    @Test
    void storyOutlivesItsAuthor() {
        StoryView story = authoring.write(ada, text(word, "Body"), true);
        comments.add(ada, story.slug(), new CommentText("A comment"));

        database.sql("delete from account where id = :id").param("id", ada).update();

        StorySummary left = read(() -> stories.find(story.slug(), null)).summary();
        assertThat(left.author()).isNull();
        assertThat(read(() -> comments.list(left, null, null, 5)).items()).hasSize(1)
                .allSatisfy(comment -> assertThat(comment.author()).isNull());
    }

    @Test
    void listsArePagedNewestFirstWithoutALossOrARepetition() {
        List<String> written = IntStream.range(0, 7).mapToObj(i -> authoring.write(ada, text(word + " " + i, "Body",
                word), true).slug()).toList().reversed();
        // Stories with the same time are in the order of their ids.
        database.sql("update story s join story_tag t on t.story_id = s.id set s.published_at = '2026-01-01',"
                + " t.published_at = '2026-01-01' where t.tag = :tag").param("tag", word).update();

        assertThat(walk(after -> stories.byTag(word, after, 3))).containsExactlyElementsOf(written);
        assertThat(walk(after -> stories.byAuthor(ada, after, 3))).containsExactlyElementsOf(written);
        assertThat(walk(after -> stories.newest(after, 50))).containsSubsequence(written);
    }

    @Test
    void draftsArePaged() {
        List<String> written = IntStream.range(0, 5).mapToObj(i -> authoring.write(ada, text(word + " " + i, "Body"),
                false).slug()).toList().reversed();

        assertThat(walk(after -> stories.drafts(ada, after, 2))).containsExactlyElementsOf(written);
    }

    @Test
    void tagsAreListedByNameWithTheirNewestStory() {
        authoring.write(ada, text(word + " old", "Body", word + "b", word + "a"), true);
        StorySummary newest = authoring.write(ada, text(word + " new", "Body", word + "a"), true).summary();
        authoring.write(ada, text(word + " draft", "Body", word + "c"), false);

        Page<TagView> page = read(() -> tags.list(word, 1));
        assertThat(page.items()).containsExactly(new TagView(word + "a", Objects.requireNonNull(newest
                .publishedAt())));
        assertThat(page.next()).isEqualTo(word + "a");
        assertThat(read(() -> tags.list(page.next(), 50)).items()).extracting(TagView::name).startsWith(word + "b")
                .doesNotContain(word + "c");
    }

    @Test
    void tagsOfAStoryAreReplaced() {
        StoryView story = authoring.write(ada, text(word, "Body", word + "a", word + "b"), true);

        StoryView edited = authoring.edit(ada, story.slug(), story.summary().version(), text(word, "Body", word + "c",
                word + "b"), true);

        assertThat(edited.summary().tags()).containsExactly(word + "b", word + "c");
        assertThat(read(() -> stories.byTag(word + "a", null, 5)).items()).isEmpty();
        assertThat(slugs(read(() -> stories.byTag(word + "C", null, 5)))).containsExactly(story.slug());
    }

    @Test
    void searchFindsWordsInTitlesAndTextsOfPublishedStories() {
        String inBody = authoring.write(ada, text("One", "Some text with " + word + " in it"), true).slug();
        String inBoth = authoring.write(ada, text("Two " + word, word + " and " + word), true).slug();
        authoring.write(ada, text("Draft " + word, "Body"), false);

        assertThat(slugs(read(() -> search.find(word.toUpperCase(Locale.ROOT), 1, 5)))).containsExactly(
                inBoth, inBody);
        Page<StorySummary> first = read(() -> search.find("+" + word + "* (\"", 1, 1));
        assertThat(slugs(first)).containsExactly(inBoth);
        assertThat(first.next()).isEqualTo("2");
        Page<StorySummary> second = read(() -> search.find(word, 2, 1));
        assertThat(slugs(second)).containsExactly(inBody);
        assertThat(second.next()).isNull();
    }

    @Test
    void searchForWhatIsNoWordFindsNothing() {
        for (String typed : List.of("", "a", "it", "the", "'", "\"", "+", "-*", "@3", "((((", "a*", "\\", "%", ";--",
                "\0", "😀", word)) {
            assertThat(read(() -> search.find(typed, 1, 5)).items()).as(typed).isEmpty();
        }
    }

    @Test
    void commentsAreListedOldestFirst() {
        StorySummary story = authoring.write(ada, text(word, "Body"), true).summary();
        List<CommentView> written = IntStream.range(0, 5).mapToObj(i -> comments.add(bob, story.slug(),
                new CommentText("Comment " + i))).toList();

        Page<CommentView> first = read(() -> comments.list(story, null, null, 3));
        Page<CommentView> second = read(() -> comments.list(story, null, Cursor.parse(Objects.requireNonNull(first
                .next())), 3));

        assertThat(first.items()).containsExactlyElementsOf(written.subList(0, 3));
        assertThat(second.items()).containsExactlyElementsOf(written.subList(3, 5));
        assertThat(second.next()).isNull();
    }

    @Test
    void commentIsEditedAndDeletedByItsAuthorAlone() {
        String slug = authoring.write(ada, text(word, "Body"), true).slug();
        CommentView comment = comments.add(bob, slug, new CommentText("First"));

        assertThatExceptionOfType(NotTheAuthorException.class).isThrownBy(() -> comments.edit(ada, slug, comment.id(),
                comment.version(), new CommentText("Mine")));
        assertThatExceptionOfType(NotTheAuthorException.class).isThrownBy(() -> comments.delete(ada, slug, comment
                .id()));
        CommentView edited = comments.edit(bob, slug, comment.id(), comment.version(), new CommentText("Second"));
        assertThat(edited.editedAt()).isNotNull();
        assertThat(edited.body()).isEqualTo("Second");
        assertThatExceptionOfType(CommentConflictException.class).isThrownBy(() -> comments.edit(bob, slug, comment
                .id(), comment.version(), new CommentText("Third")))
                .satisfies(conflict -> assertThat(conflict.current())
                        .isEqualTo(edited));
        comments.delete(bob, slug, comment.id());
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> read(() -> comments.find(slug, comment
                .id(), bob))).withMessage(NotFoundException.NO_COMMENT);
    }

    @Test
    void editOfACommentThatWaitsForAnotherIsRefusedWithWhatThatWrote() {
        String slug = authoring.write(ada, text(word, "Body"), true).slug();
        CommentView comment = comments.add(bob, slug, new CommentText("First"));

        Future<CommentView> edit = after(
                () -> comments.edit(bob, slug, comment.id(), comment.version(), new CommentText("Second")),
                () -> comments.edit(bob, slug, comment.id(), comment.version(), new CommentText("Third")));

        assertThat(edit.exceptionNow()).isInstanceOfSatisfying(CommentConflictException.class,
                conflict -> assertThat(conflict.current().body()).isEqualTo("Second"));
    }

    @Test
    void commentThatComesWhileItsStoryIsDeletedHasNoStory() {
        String slug = authoring.write(ada, text(word, "Body"), true).slug();

        Future<CommentView> comment = after(() -> authoring.delete(ada, slug, null),
                () -> comments.add(bob, slug, new CommentText("Late")));

        assertThat(comment.exceptionNow()).isInstanceOf(NotFoundException.class).hasMessage(NotFoundException.NO_STORY);
    }

    @Test
    void hiddenCommentIsSeenByItsAuthorAndTheStorys() {
        StorySummary story = authoring.write(ada, text(word, "Body"), true).summary();
        CommentView comment = comments.add(bob, story.slug(), new CommentText("Spam"));
        long eve = account("eve");

        assertThatExceptionOfType(NotTheAuthorException.class).isThrownBy(() -> comments.hide(bob, story.slug(), comment
                .id(), true));
        comments.hide(ada, story.slug(), comment.id(), true);

        assertThat(read(() -> comments.list(story, null, null, 5)).items()).isEmpty();
        assertThat(read(() -> comments.list(story, eve, null, 5)).items()).isEmpty();
        assertThat(read(() -> comments.list(story, bob, null, 5)).items()).hasSize(1);
        assertThat(read(() -> comments.list(story, ada, null, 5)).items()).hasSize(1);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> read(() -> comments.find(story.slug(),
                comment.id(), eve))).withMessage(NotFoundException.NO_COMMENT);

        comments.hide(ada, story.slug(), comment.id(), false);

        assertThat(read(() -> comments.list(story, null, null, 5)).items()).hasSize(1);
    }

    @Test
    void draftTakesNoComments() {
        String slug = authoring.write(ada, text(word, "Body"), false).slug();

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> comments.add(ada, slug, new CommentText(
                "Early"))).withMessage(NotFoundException.NO_STORY);
    }

    @Test
    void commentIsFoundBelowItsOwnStoryAlone() {
        String slug = authoring.write(ada, text(word, "Body"), true).slug();
        String other = authoring.write(ada, text(word, "Body"), true).slug();
        CommentView comment = comments.add(bob, slug, new CommentText("Here"));

        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> comments.delete(bob, other, comment
                .id())).withMessage(NotFoundException.NO_COMMENT);
    }

    private interface Walk {

        Page<StorySummary> from(Cursor after);
    }

    private List<String> walk(Walk walk) {
        ArrayList<String> slugs = new ArrayList<>();
        Cursor after = null;
        do {
            Cursor from = after;
            Page<StorySummary> page = read(() -> walk.from(from));
            slugs.addAll(slugs(page));
            after = page.next() == null ? null : Cursor.parse(page.next());
        } while (after != null);
        return slugs;
    }

    /**
     * Runs a task that must wait for a transaction that began before it, and returns the result of the task after that
     * transaction has committed.
     */
    private <T> Future<T> after(Runnable change, Callable<T> waiting) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return Objects.requireNonNull(onPrimary.execute(_ -> {
                change.run();
                Future<T> result = threads.submit(waiting);
                await().until(this::somebodyWaitsForALock);
                return result;
            }));
        }
    }

    private boolean somebodyWaitsForALock() throws SQLException {
        return waitingForLocks() > 0;
    }

    private int waitingForLocks() throws SQLException {
        try (Connection connection = pair.primary().administer();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT COUNT(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static List<String> slugs(Page<StorySummary> page) {
        return page.items().stream().map(StorySummary::slug).toList();
    }

    private static StoryText text(String title, String body, String... tags) {
        return new StoryText(title, body, List.of(tags));
    }

    /** Reads on the primary, because a test has no session with the position of its last write. */
    private <T> T read(Supplier<T> reading) {
        return Objects.requireNonNull(onPrimary.execute(_ -> reading.get()));
    }

    private long account(String name) {
        String username = name + "-" + word;
        database.sql("""
                insert into account (username, password_hash, display_name, biography, email, email_visible, theme,
                  time_zone, page_size, created_at, version)
                values (:username, '', :name, '', '', false, 'system', 'UTC', 10, '2026-01-01', 0)
                """).param("username", username).param("name", name + " of " + word).update();
        return database.sql("select id from account where username = :username").param("username", username).query(
                Long.class).single();
    }
}
