package fr.hubee.cli.backup;

import java.io.IOException;

/** Refuses a backup or a restore, with a sentence for the operator. */
final class BackupRefused extends IOException {
    private static final long serialVersionUID = 1L;

    BackupRefused(String sentence) {
        super(sentence);
    }
}
