package com.foobar.web.account;

import java.util.LinkedHashMap;
import java.util.Map;

/** Describes a User-Agent in words, well enough for people to recognise their own devices. */
final class Device {

    /** The first match counts: most programs also name the programs from which they descend. */
    private static final Map<String, String> PROGRAMS = ordered("Edg/", "Edge", "OPR/", "Opera", "SamsungBrowser/",
            "Samsung Internet", "Firefox/", "Firefox", "FxiOS/", "Firefox", "CriOS/", "Chrome", "HeadlessChrome/",
            "Chrome", "Chrome/", "Chrome", "Safari/", "Safari", "curl/", "curl", "Java-http-client/", "Java program");

    private static final Map<String, String> SYSTEMS = ordered("iPhone", "iPhone", "iPad", "iPad", "Android", "Android",
            "Windows", "Windows", "Mac OS X", "macOS", "CrOS", "ChromeOS", "Linux", "Linux");

    private Device() {}

    static String describe(String userAgent) {
        String program = find(PROGRAMS, userAgent);
        String system = find(SYSTEMS, userAgent);
        if (program.isEmpty()) {
            return system.isEmpty() ? "Unknown program" : "Unknown program on " + system;
        }
        return system.isEmpty() ? program : program + " on " + system;
    }

    private static String find(Map<String, String> names, String userAgent) {
        return names.entrySet().stream().filter(name -> userAgent.contains(name.getKey())).map(Map.Entry::getValue)
                .findFirst().orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        LinkedHashMap<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
