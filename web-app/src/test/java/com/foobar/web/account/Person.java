package com.foobar.web.account;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import com.foobar.web.Site;

/** Somebody at a browser with an address of its own. */
final class Person {

    static final String PASSWORD = "correct horse battery";

    private final String name;
    private final String address;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private Person(String name, String address) {
        this.name = name;
        this.address = address;
    }

    private Person(String name) {
        this(name, someAddress());
    }

    /** One in a network that nobody else has. */
    static String someAddress() {
        return "2001:db8:%x:%x::1".formatted(ThreadLocalRandom.current().nextInt(0x10000),
                ThreadLocalRandom.current().nextInt(0x10000));
    }

    /** Somebody who has no account yet. */
    static Person stranger() {
        return new Person("p" + UUID.randomUUID().toString().substring(0, 12));
    }

    /** Somebody who has just signed up. */
    static Person signedUpAt(Site site) {
        Person person = stranger();
        person.submit(site, "/sign-up", Map.of("username", person.name, "password", PASSWORD));
        return person;
    }

    /** The same person at another browser. */
    Person elsewhere() {
        return new Person(name);
    }

    /** Somebody at another browser in the same network, who signs in by the same name. */
    Person beside() {
        return new Person(name, address);
    }

    /** The same browser in another network. */
    Person moved() {
        Person moved = new Person(name);
        moved.cookies.putAll(cookies);
        return moved;
    }

    /** The same browser after its session has ended. */
    Person signedOut() {
        Person signedOut = moved();
        signedOut.cookies.keySet().removeIf(cookie -> !cookie.startsWith(DeviceCookie.PREFIX));
        return signedOut;
    }

    /** Somebody who has a copy of all of this browser's cookies. */
    Person copy() {
        Person thief = new Person(name);
        thief.cookies.putAll(cookies);
        return thief;
    }

    /** Clears the browser's cookies. */
    void forget() {
        cookies.clear();
    }

    String name() {
        return name;
    }

    HttpResponse<String> signIn(Site site, String password) {
        return submit(site, "/sign-in", Map.of("username", name, "password", password));
    }

    boolean isSignedInAt(Site site) {
        return get(site, "/settings/password").statusCode() == 200;
    }

    HttpResponse<String> get(Site site, String path) {
        return keepCookies(site.get(path, "Cookie", cookie(), "X-Forwarded-For", address));
    }

    HttpResponse<String> submit(Site site, String path, Map<String, String> fields) {
        return keepCookies(site.submit(path, cookie(), fields, "X-Forwarded-For", address));
    }

    private String cookie() {
        return cookies.isEmpty() ? "none=none" : String.join("; ", cookies.values());
    }

    private HttpResponse<String> keepCookies(HttpResponse<String> answer) {
        Stream<String> set = answer.headers().allValues("Set-Cookie").stream();
        set.forEach(cookie -> {
            String pair = cookie.replaceFirst(";.*", "");
            String key = pair.substring(0, pair.indexOf('='));
            if (cookie.contains("Max-Age=0;")) {
                cookies.remove(key);
            } else {
                cookies.put(key, pair);
            }
        });
        return answer;
    }
}
