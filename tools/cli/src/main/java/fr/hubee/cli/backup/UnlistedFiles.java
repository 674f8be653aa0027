package fr.hubee.cli.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Deletes the files that are in no backup any more: purged files must leave the backups, too. It reads one shard at a time. */
final class UnlistedFiles {
    private static final int SHARDS = 256;

    private final BackupFolder backups;

    UnlistedFiles(BackupFolder backups) {
        this.backups = backups;
    }

    long delete() throws IOException {
        var lists = new ArrayList<FileList>();
        try {
            for (var each : backups.complete()) {
                lists.add(FileList.of(each));
            }
            long deleted = 0;
            for (int number = 0; number < SHARDS; number++) {
                var shard = String.format("%02x", number);
                deleted += delete(backups.files().path("-" + shard).getParent(), listed(shard, lists));
            }
            return deleted;
        } finally {
            for (var each : lists) {
                each.close();
            }
        }
    }

    private static Set<String> listed(String shard, List<FileList> lists) throws IOException {
        var found = new HashSet<String>();
        for (var list : lists) {
            for (var line = list.readIn(shard); line != null; line = list.readIn(shard)) {
                found.add(line.key());
            }
        }
        return found;
    }

    private static long delete(Path folder, Set<String> listed) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        long deleted = 0;
        try (Stream<Path> all = Files.list(folder)) {
            for (var file : all.filter(
                            each -> !listed.contains(each.getFileName().toString()))
                    .toList()) {
                Files.delete(file);
                deleted++;
            }
        }
        return deleted;
    }
}
