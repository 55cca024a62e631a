package com.foobar.system;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;

/** Queries the current values of a Prometheus over its HTTP API. */
final class Prometheus {

    private final Client client;

    private final String address;

    Prometheus(Client client, String address) {
        this.client = client;
        this.address = address;
    }

    /**
     * Returns the series of an expression now.
     *
     * @throws IllegalArgumentException with the message of Prometheus if it refuses the expression
     */
    List<Series> query(String expression) {
        HttpResponse<String> answer = client.get(address + "/api/v1/query?query=" + encode(expression));
        if (answer.statusCode() != 200) {
            throw new IllegalArgumentException(expression + ": " + answer.body());
        }
        List<Map<String, Object>> found = JsonPath.read(answer.body(), "$.data.result");
        return found.stream().map(Series::of).toList();
    }

    /** Returns the single value of an expression; 0 if it has no value. */
    double number(String expression) {
        return query(expression).stream().mapToDouble(Series::value).findFirst().orElse(0);
    }

    /** Returns the values of a label in the series that a selector matches. */
    List<String> labelValues(String selector, String label) {
        HttpResponse<String> answer = client
                .get(address + "/api/v1/label/" + label + "/values?match%5B%5D=" + encode(selector));
        return JsonPath.read(answer.body(), "$.data");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A series and its value now. */
    record Series(Map<String, String> labels, double value) {

        @SuppressWarnings("unchecked")
        private static Series of(Map<String, Object> found) {
            List<Object> sample = (List<Object>) found.get("value");
            return new Series((Map<String, String>) found.get("metric"), number(sample.get(1).toString()));
        }

        private static double number(String text) {
            return Double.parseDouble(text.replace("Inf", "Infinity"));
        }
    }
}
