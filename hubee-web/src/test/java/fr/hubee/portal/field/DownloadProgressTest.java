package fr.hubee.portal.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DownloadProgressTest {
    /** Returns a request with these parameters. */
    static HttpServletRequest request(Map<String, String[]> parameters) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                DownloadProgressTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, asked) -> {
                    var values = parameters.get(asked[0]);
                    return method.getName().equals("getParameter") && values != null ? values[0] : values;
                });
    }

    static DownloadProgress after(Map<String, Integer> notBegun, String... sent) {
        return new DownloadProgress(request(Map.of("parti", sent, "commences", new String[] {"1"})), notBegun);
    }

    @Test
    void whatHasBegunIsCountedAndTheRestIsAwaited() {
        var leaving = after(Map.of("a", 1, "c", 2), "a", "b_1", "c_5");

        assertEquals(List.of("a_1", "c_2"), leaving.getWaiting());
        assertEquals("5 télédossiers sont passés « En cours » : ", leaving.getMessage());
        assertTrue(leaving.isFollowed());
        assertFalse(after(Map.of(), "a_1").isFollowed());
    }

    @Test
    void afterAWhileThePageAsksNoMore() {
        var parameters = Map.of("parti", new String[] {"a_1"}, "fois", new String[] {"0"});
        assertFalse(new DownloadProgress(request(parameters), Map.of("a", 1)).isFollowed());
    }

    @Test
    void anotherDownloadIsCountedAnewAndEachOnce() {
        var sent = Map.of(
                "left", new String[] {"left"},
                "parti", new String[] {"a_2", "a_2", "b"},
                "fois", new String[] {"0"},
                "commences", new String[] {"3"});
        var progress = new DownloadProgress(request(sent), Map.of("b", 1));
        assertEquals(2, progress.getBegun());
        assertEquals(39, progress.getTimes());
        assertTrue(progress.isFollowed());
    }

    @Test
    void whereNothingWaitsNothingIsCountedDown() {
        assertEquals(7, new DownloadProgress(request(Map.of("fois", new String[] {"7"})), Map.of()).getTimes());
    }

    @Test
    void whatIsForgedCountsForNothing() {
        assertEquals(1, after(Map.of(), "_", "a_x", "_9999999").getBegun());
    }
}
