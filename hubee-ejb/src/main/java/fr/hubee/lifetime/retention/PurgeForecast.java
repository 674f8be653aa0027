package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.RetentionRules;
import java.time.LocalDate;

/**
 * A forecast of a run in one démarche on a day, compared with the stored data.
 *
 * @param day of the run, in Paris
 * @param rules applied
 * @param problem message that says why nothing would be done; null without a problem
 * @param files and {@code bytes} that would be deleted, out of {@code filesKept} and {@code bytesKept}
 * @param casesToArchive out of {@code casesKept}
 * @param foldersToDelete with {@code casesToDelete} in them, out of {@code foldersKept}
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

    /**
     * The largest additional share of what is kept that would be purged, compared with another forecast, in percent.
     */
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
