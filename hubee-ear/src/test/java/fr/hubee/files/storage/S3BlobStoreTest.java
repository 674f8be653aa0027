package fr.hubee.files.storage;

import fr.hubee.it.server.LightS3;
import fr.hubee.it.server.S3Server;

class S3BlobStoreTest extends S3BlobStoreContract {

    @Override
    S3Server start() throws Exception {
        return LightS3.start();
    }
}
