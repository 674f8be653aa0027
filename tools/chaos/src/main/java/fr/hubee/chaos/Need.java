package fr.hubee.chaos;

import fr.hubee.launcher.Clamd;
import fr.hubee.launcher.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** The conditions for some faults, of the machine or of the run. */
enum Need {
    /** Disks that are really full. */
    DISKS("root"),
    /** A scanner of files. */
    SCANNER("clamav-daemon"),
    /** A clock of one process. */
    CLOCK("faketime"),
    /** The store is in S3. */
    STORE("--store=s3 or ceph"),
    /** A light store in S3, which does as it is told. */
    MOCK("--store=s3"),
    /** A real store in S3. */
    CEPH("--store=ceph"),
    /** The store is a folder. */
    FOLDER("--store=folder");

    private static final Path FAKE_TIME = Path.of("faketime/libfaketimeMT.so.1");

    private final String what;

    Need(String what) {
        this.what = what;
    }

    /** Returns those that this machine meets. */
    static Set<Need> met(String store) {
        var met = switch (store) {
            case "s3" -> EnumSet.of(STORE, MOCK);
            case "ceph" -> EnumSet.of(STORE, CEPH);
            default -> EnumSet.of(FOLDER);
        };
        if (SmallDisk.isAllowed()) {
            met.add(DISKS);
        }
        if (Clamd.installed().isPresent()) {
            met.add(SCANNER);
        }
        if (Files.exists(fakeTime())) {
            met.add(CLOCK);
        }
        return met;
    }

    /** Returns the library that gives a process its own time, where Debian puts it. */
    static Path fakeTime() {
        return Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu")
                .map(each -> Path.of("/usr/lib", each).resolve(FAKE_TIME))
                .filter(Files::exists)
                .findFirst()
                .orElse(FAKE_TIME);
    }

    @Override
    public String toString() {
        return what;
    }
}
