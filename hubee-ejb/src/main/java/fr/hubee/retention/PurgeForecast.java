package fr.hubee.retention;

import fr.hubee.process.RetentionRules;
import java.time.LocalDate;

/**
 * What a run would do in one démarche on a day, beside what it keeps.
 *
 * @param day of the run, in Paris
 * @param rules under which
 * @param problem why nothing would be done, as a sentence; null when nothing is wrong
 * @param files and {@code bytes} that would be erased, of {@code filesKept} and {@code bytesKept}, these included
 * @param casesToArchive of {@code casesKept}
 * @param foldersToDelete with {@code casesToDelete} in them, of {@code foldersKept}
 */
public record PurgeForecast(
        String processCode,
        LocalDate day,
        RetentionRules rules,
        String problem,
        long files,
        long bytes,
        long filesKept,
        long bytesKept,
        long casesToArchive,
        long casesKept,
        long foldersToDelete,
        long casesToDelete,
        long foldersKept) {

    static PurgeForecast nothing(String processCode, LocalDate day, RetentionRules rules, String problem) {
        return new PurgeForecast(processCode, day, rules, problem, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    public boolean isNothing() {
        return files == 0 && casesToArchive == 0 && foldersToDelete == 0;
    }

    /** The largest share, in percent, of what is kept that would go on top of what another forecast says. */
    double shareBeyond(PurgeForecast other) {
        return Math.max(
                share(files - other.files, filesKept),
                Math.max(
                        share(casesToArchive - other.casesToArchive, casesKept),
                        share(foldersToDelete - other.foldersToDelete, foldersKept)));
    }

    private static double share(long more, long kept) {
        return more <= 0 ? 0 : 100.0 * more / kept;
    }
}
