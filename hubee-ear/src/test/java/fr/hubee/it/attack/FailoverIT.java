package fr.hubee.it.attack;

import fr.hubee.it.server.DatabasePair;
import fr.hubee.it.server.Databases;
import java.nio.file.Path;

/** The servers know both databases and find the one that takes writes. */
class FailoverIT extends FailoverContract {
    @Override
    Databases databases(Path folder) throws Exception {
        return DatabasePair.start(folder);
    }
}
