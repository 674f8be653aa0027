package fr.hubee.launcher;

import java.nio.file.Path;

/** The folders of the module to which a class belongs, wherever the program is run. */
public final class OwnModule {
    private OwnModule() {}

    /** Returns the folder of what is built; the class is in it, in a folder or an archive. */
    public static Path target(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .getParent();
    }

    /** Returns the folder with the sources of its tests. */
    public static Path tests(Class<?> type) {
        return target(type).resolveSibling("src/test");
    }
}
