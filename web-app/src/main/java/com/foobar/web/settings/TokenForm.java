package com.foobar.web.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.foobar.web.account.Scope;
import com.foobar.web.account.TokenRequest;

/**
 * The form for creating an API token, as typed; a field that was not sent is null.
 *
 * @param lifetime the name of a {@link Lifetime}; null means {@link Lifetime#QUARTER}
 * @param scope {@code read} for a token that may only read; any other value allows writing too
 */
record TokenForm(@Nullable String name, @Nullable String lifetime, @Nullable String scope,
        @Nullable String password) {

    /** The lifetimes to choose from. */
    enum Lifetime {

        WEEK("7 days", Duration.ofDays(7)), MONTH("30 days", Duration.ofDays(30)),
        QUARTER("90 days", TokenRequest.USUAL), YEAR("365 days", TokenRequest.LONGEST);

        private final String label;
        private final Duration duration;

        Lifetime(String label, Duration duration) {
            this.label = label;
            this.duration = duration;
        }

        public String label() {
            return label;
        }
    }

    /** Returns the form as it is shown first. */
    static TokenForm empty() {
        return new TokenForm("", Lifetime.QUARTER.name(), "write", null);
    }

    /** Returns whether the token may only read. */
    public boolean readsOnly() {
        return "read".equals(scope);
    }

    /** Returns the token to create; empty if the lifetime is not in the list. */
    Optional<TokenRequest> wanted() {
        Set<Scope> scopes = readsOnly() ? EnumSet.of(Scope.READ) : EnumSet.allOf(Scope.class);
        return chosen().map(each -> new TokenRequest(name, each.duration, scopes));
    }

    private Optional<Lifetime> chosen() {
        return lifetime == null ? Optional.of(Lifetime.QUARTER)
                : Arrays.stream(Lifetime.values()).filter(each -> each.name().equals(lifetime)).findFirst();
    }

    @Override
    public String toString() {
        return "TokenForm[name=" + name + "]";
    }
}
