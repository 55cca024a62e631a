package com.foobar.web.story;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

import com.foobar.web.text.Line;
import com.foobar.web.text.Lines;
import com.foobar.web.text.TypedText;
import com.foobar.web.text.Visible;

/**
 * The title, body and tags of a story as its author typed them, cleaned by {@link TypedText}. The messages of its
 * constraints are for the author. Code that takes a text from outside must validate it before it is stored.
 *
 * @param body Markdown
 * @param tags in lower case, without duplicates
 */
public record StoryText(
        @Visible(message = "Give the story a title.") @CodePointLength(max = TITLE_LENGTH,
                message = "A title has at most {max} characters.") @Line String title,
        @Visible(message = "Write the story.") @CodePointLength(max = BODY_LENGTH,
                message = "A story has at most {max} characters.") @Lines String body,
        @Size(max = MOST_TAGS, message = "A story has at most {max} tags.") List<@Pattern(regexp = TAG,
                message = TAG_MESSAGE) @Visible(message = TAG_MESSAGE) String> tags) {

    /** The most characters of a title, counted in code points. */
    public static final int TITLE_LENGTH = 120;
    /** The most characters of a body, counted in code points. */
    public static final int BODY_LENGTH = 50_000;
    /** The most tags of a story. */
    public static final int MOST_TAGS = 5;

    private static final String TAG_MESSAGE = "A tag has letters, digits and hyphens between them, at most 30 "
            + "characters.";
    private static final String TAG = "(?=.{1,30}$)[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(-[\\p{L}\\p{M}\\p{N}]+)*";

    /**
     * Creates a text from what was typed; null becomes an empty text or an empty list. Empty and repeated tags are left
     * out.
     */
    public StoryText(@Nullable String title, @Nullable String body, @Nullable List<String> tags) {
        this.title = TypedText.line(title);
        this.body = TypedText.lines(body);
        this.tags = tags == null
                ? List.of()
                : tags.stream().map(StoryText::tag).filter(tag -> !tag.isEmpty()).distinct().toList();
    }

    /** Returns whether two texts are the same; the order of their tags does not matter. */
    boolean isSame(StoryText other) {
        return title.equals(other.title) && body.equals(other.body) && Set.copyOf(tags).equals(Set.copyOf(other.tags));
    }

    /** Returns a tag in the form in which it is stored and compared. */
    static String tag(String typed) {
        return Normalizer.normalize(TypedText.line(typed).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
