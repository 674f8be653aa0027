package fr.hubee.files.storage;

import fr.hubee.launcher.OwnModule;
import fr.hubee.launcher.S3Mock;
import java.io.IOException;

/** {@link S3Mock}, as the tests of the store use it. */
public final class LightS3 implements S3Server {
    private final S3Mock mock;

    private LightS3(S3Mock mock) {
        this.mock = mock;
    }

    public static LightS3 start() throws Exception {
        return new LightS3(S3Mock.start(OwnModule.target(LightS3.class).resolve("s3/s3mock.jar"), BUCKET));
    }

    @Override
    public int port() {
        return mock.port();
    }

    @Override
    public void close() throws IOException {
        mock.close();
    }
}
