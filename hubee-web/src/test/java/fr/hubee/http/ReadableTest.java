package fr.hubee.http;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "application/json;charset=UTF-8;Q = 1.",
                "a/b;v=1, ",
                ""
            })
    void whatClientsAcceptIsRead(String accept) {
        assertTrue(ProtectedRequests.accept(accept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "*/*;q=abc", "a/b;q=", "a/b, c/d;q=1x", "a/b;q=\"1\"", "/", "a/b/c"})
    void whatNobodyCouldWeighIsNot(String accept) {
        assertFalse(ProtectedRequests.accept(accept));
    }

    @Test
    void aCookieIsOfPrintableLetters() {
        assertTrue(ProtectedRequests.cookie("hubee=abc; $Version=1; a=\"b\"; ;;=%00"));
        assertFalse(ProtectedRequests.cookie("a=\u00ff"));
        assertFalse(ProtectedRequests.cookie("a=b\u0001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a%2Fb", "/%C3%A9t%c3%a9", "/%F0%9F%98%80", "/%E2%82%AC%41", "/%", "/%zz", "/%00"})
    void aPathInUtf8IsRead(String path) {
        assertTrue(ProtectedRequests.path(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%ff", "/%80", "/a%E9b", "/%c3", "/%c3%a9%a9", "/%e2%82", "/%ed%a0%80", "/%c0%af"})
    void anotherIsNot(String path) {
        assertFalse(ProtectedRequests.path(path));
    }

    @Test
    void headersOfThirtyTwoKilobytesAreTheMost() {
        var headers = new HeaderMap();
        headers.add(new HttpString("a"), "x".repeat(ProtectedRequests.LONGEST_HEADERS - 3));
        headers.add(new HttpString("b"), "");
        assertTrue(ProtectedRequests.headers(headers));

        headers.add(new HttpString("b"), "x");
        assertFalse(ProtectedRequests.headers(headers));
    }
}
