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
 * What an author writes of a story, tidied. Its constraints say to the author what is wrong with it; whoever takes it
 * from outside validates it before it is stored.
 *
 * @param body Markdown
 * @param tags in lower case, each once
 */
public record StoryText(
        @Visible(message = "Give the story a title.") @CodePointLength(max = TITLE_LENGTH,
                message = "A title has at most {max} characters.") @Line String title,
        @Visible(message = "Write the story.") @CodePointLength(max = BODY_LENGTH,
                message = "A story has at most {max} characters.") @Lines String body,
        @Size(max = MOST_TAGS, message = "A story has at most {max} tags.") List<@Pattern(regexp = TAG,
                message = TAG_MESSAGE) @Visible(message = TAG_MESSAGE) String> tags) {

    public static final int TITLE_LENGTH = 120;
    public static final int BODY_LENGTH = 50_000;
    public static final int MOST_TAGS = 5;

    private static final String TAG_MESSAGE = "A tag has letters, digits and hyphens between them, at most 30 characters.";
    private static final String TAG = "(?=.{1,30}$)[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]*(-[\\p{L}\\p{M}\\p{N}]+)*";

    /** Takes what was typed; what was left out is empty. */
    public StoryText(@Nullable String title, @Nullable String body, @Nullable List<String> tags) {
        this.title = TypedText.line(title);
        this.body = TypedText.lines(body);
        this.tags = tags == null
                ? List.of()
                : tags.stream().map(StoryText::tag).filter(tag -> !tag.isEmpty()).distinct().toList();
    }

    /** Whether a story of one text is that of the other: tags have no order. */
    boolean isSame(StoryText other) {
        return title.equals(other.title) && body.equals(other.body) && Set.copyOf(tags).equals(Set.copyOf(other.tags));
    }

    /** A tag as it is stored and compared. */
    static String tag(String typed) {
        return Normalizer.normalize(TypedText.line(typed).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
