package fr.hubee.desk.bundle;

import java.io.IOException;

/** The maker must stop: the bundle was cancelled, one of its files was purged, or another maker has taken it over. */
class BundleLost extends IOException {
    private static final long serialVersionUID = 1L;
}
