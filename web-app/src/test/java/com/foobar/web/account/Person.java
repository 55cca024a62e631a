package com.foobar.web.account;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import com.foobar.web.Site;

/** A user with a browser and an address of their own. */
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

    /** Returns an address in a network that no other person uses. */
    static String someAddress() {
        return "2001:db8:%x:%x::1".formatted(ThreadLocalRandom.current().nextInt(0x10000),
                ThreadLocalRandom.current().nextInt(0x10000));
    }

    /** Returns a person without an account. */
    static Person stranger() {
        return new Person("p" + UUID.randomUUID().toString().substring(0, 12));
    }

    /** Returns a person who has just signed up. */
    static Person signedUpAt(Site site) {
        Person person = stranger();
        person.submit(site, "/sign-up", Map.of("username", person.name, "password", PASSWORD));
        return person;
    }

    /** Returns the same person with another browser in another network. */
    Person elsewhere() {
        return new Person(name);
    }

    /** Returns a person with another browser in the same network, who uses the same username. */
    Person beside() {
        return new Person(name, address);
    }

    /** Returns the same browser in another network. */
    Person moved() {
        Person moved = new Person(name);
        moved.cookies.putAll(cookies);
        return moved;
    }

    /** Returns the same browser after its session has ended, in another network. */
    Person signedOut() {
        Person signedOut = moved();
        signedOut.cookies.keySet().removeIf(cookie -> !cookie.startsWith(DeviceCookie.PREFIX));
        return signedOut;
    }

    /** Returns another person who has copied all cookies of this browser. */
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
