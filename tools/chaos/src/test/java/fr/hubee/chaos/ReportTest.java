package fr.hubee.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.chaos.History.Recovery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several reports are added up. */
class ReportTest {
    @TempDir
    Path folder;

    private Path write(long seed, List<String> violations, Recovery... recoveries) throws IOException {
        var report = new Report(seed, 10, 1_000, 20, 30, violations, List.of(recoveries));
        return Files.writeString(folder.resolve(seed + ".md"), report.text());
    }

    @Test
    void whatTheyFoundIsInOneTable() throws IOException {
        var one = write(1, List.of(), new Recovery("kill node of node 1", 1_500L), new Recovery("kill proxy", 40L));
        var two = write(2, List.of("N1 is gone"), new Recovery("kill node of node 2", null));

        assertEquals("""
                | seed | minutes | faults | calls | deposits | messages and statuses | violations |
                | --: | --: | --: | --: | --: | --: | --: |
                | 1 | 10 | 2 | 1,000 | 20 | 30 | 0 |
                | 2 | 10 | 1 | 1,000 | 20 | 30 | 1 |
                | 2 runs | 20 | 3 | 2,000 | 40 | 60 | 1 |

                | fault | times | recovery p50 | p99 |
                | --- | --: | --: | --: |
                | kill node | 2 | 1,500 ms | none |
                | kill proxy | 1 | 40 ms | 40 ms |

                - seed 2: N1 is gone""", Report.sum(List.of(one, two)));
    }
}
