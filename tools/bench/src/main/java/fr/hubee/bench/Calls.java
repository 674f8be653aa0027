package fr.hubee.bench;

import static io.gatling.javaapi.core.CoreDsl.ByteArrayBody;
import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.bodyBytes;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.http.HttpRequestActionBuilder;

/** The calls of one party, in Gatling's syntax: {@code #{..}} stands for a value of an earlier answer. */
record Calls(String token) {
    private static final String API = "/teledossiers/v1";

    HttpRequestActionBuilder get(String name, String path) {
        return with(http(name).get(API + path)).check(status().is(200));
    }

    HttpRequestActionBuilder download(String name, String path, int size) {
        return get(name, path)
                .check(bodyBytes().transform(bytes -> bytes.length).is(size));
    }

    /** Finds the notification about this user's case in the queue, which all users share. */
    HttpRequestActionBuilder poll(String name, String saved) {
        return get(name, "/notifications?maxResult=25&eventDetails=true")
                .check(jsonPath("$[?(@.caseId=='#{caseId}')].id").saveAs(saved));
    }

    HttpRequestActionBuilder post(String name, String path, String json) {
        return json(http(name).post(API + path), json).check(status().is(201));
    }

    HttpRequestActionBuilder patch(String name, String path, String json) {
        return json(http(name).patch(API + path), json).check(status().is(204));
    }

    HttpRequestActionBuilder put(String name, String path, byte[] bytes) {
        return with(http(name).put(API + path))
                .header("Content-Type", "application/octet-stream")
                .header("digest", SampleFiles.digest(bytes))
                .body(ByteArrayBody(bytes))
                .check(status().is(204));
    }

    HttpRequestActionBuilder delete(String name, String path) {
        return with(http(name).delete(API + path)).check(status().is(204));
    }

    private HttpRequestActionBuilder json(HttpRequestActionBuilder request, String json) {
        return with(request).header("Content-Type", "application/json").body(StringBody(json));
    }

    private HttpRequestActionBuilder with(HttpRequestActionBuilder request) {
        return request.header("Authorization", "Bearer " + token);
    }
}
