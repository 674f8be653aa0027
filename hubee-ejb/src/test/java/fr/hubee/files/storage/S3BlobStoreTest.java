package fr.hubee.files.storage;

class S3BlobStoreTest extends S3BlobStoreContract {

    @Override
    S3Server start() throws Exception {
        return LightS3.start();
    }
}
