package fr.hubee.cli.backup;

/**
 * One file of a backup, as {@code files.gz} has it.
 *
 * @param key of the row
 * @param size in bytes, of the stored bytes
 * @param sha256 of the stored bytes, in hexadecimal digits; {@code -} for a file that is in no backup
 * @param promised size and SHA-256 (base64) of its content, from its row
 */
record BackedUpFile(String key, long size, String sha256, String promised) {
    static final String ABSENT = "-";
    private static final int WORDS = 5;

    static BackedUpFile of(String line) throws BackupRefused {
        var words = line.split(" ", -1);
        if (words.length != WORDS) {
            throw new BackupRefused("files.gz has a line that is none: " + line);
        }
        return new BackedUpFile(words[0], Long.parseLong(words[1]), words[2], words[3] + " " + words[4]);
    }

    boolean isThere() {
        return !sha256.equals(ABSENT);
    }

    long promisedSize() {
        return Long.parseLong(promised.substring(0, promised.indexOf(' ')));
    }

    String promisedSha256() {
        return promised.substring(promised.indexOf(' ') + 1);
    }

    /** Returns the folder: files are in 256 folders, and lists are in their order. */
    static String shard(String key) {
        return key.substring(key.length() - 2);
    }

    @Override
    public String toString() {
        return key + " " + size + " " + sha256 + " " + promised;
    }
}
