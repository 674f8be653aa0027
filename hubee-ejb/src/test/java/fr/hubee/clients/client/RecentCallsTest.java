package fr.hubee.clients.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentCallsTest {
    final AtomicLong now = new AtomicLong();
    final RecentCalls calls = new RecentCalls(now::get, 1_000);

    void note(int times, String client, String operation, int status) {
        note(times, client, operation, status, 0);
    }

    void note(int times, String client, String operation, int status, int missingFiles) {
        for (int time = 0; time < times; time++) {
            calls.note(
                    client,
                    operation,
                    ApiCall.Outcome.of(status, missingFiles),
                    () -> new ApiCall(
                            client,
                            Instant.EPOCH,
                            "id",
                            operation,
                            null,
                            status,
                            null,
                            null,
                            null,
                            1,
                            0,
                            0,
                            null,
                            missingFiles));
        }
    }

    int taken() {
        return calls.take(10_000).size();
    }

    @Test
    void ofPollsThatSucceedTheFirstOnesOfAnHourAreTaken() {
        note(60, "a", "GET /notifications", 200);
        assertEquals(3, taken());
        note(1, "b", "GET /notifications", 200);
        note(1, "a", "GET /cases/{id}", 200);
        assertEquals(2, taken());
        now.addAndGet(Duration.ofHours(1).toNanos());
        note(60, "a", "GET /notifications", 200);
        assertEquals(3, taken());
    }

    @Test
    void writesAreTakenMoreOftenAndRefusalsMostOften() {
        note(60, "a", "POST /folders", 200);
        assertEquals(20, taken());
        note(60, "a", "GET /notifications", 403);
        assertEquals(60, taken());
        note(1_000, "a", "GET /notifications", 403);
        assertEquals(440, taken());
    }

    @Test
    void aFolderThatIsCompletedWithoutAFileIsTakenAsOftenAsARefusalAndCountedAsASuccess() {
        note(60, "a", "PATCH /folders/{folderId}", 204);
        assertEquals(20, taken());
        note(60, "a", "PATCH /folders/{folderId}", 204, 2);
        assertEquals(60, taken());
        assertEquals(0, calls.takeCounted().get("a").refused());
    }

    @Test
    void whatHasNoRoomIsForgotten() {
        for (int client = 0; client < 1_001; client++) {
            note(1, "client " + client, "POST /folders", 400);
        }
        assertEquals(1_000, taken());
    }

    @Test
    void allCallsAreCountedOnce() {
        note(60, "b", "GET /notifications", 200);
        note(2, "b", "GET /cases/{id}", 404);
        note(1, "a", "POST /folders", 500);
        assertEquals(
                "{a=Count[calls=1, refused=1], b=Count[calls=62, refused=2]}",
                calls.takeCounted().toString());
        assertEquals("{}", calls.takeCounted().toString());
    }
}
