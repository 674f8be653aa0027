package fr.hubee.bundle;

import java.io.IOException;

/** Whoever asked for it has cancelled it, one of its files was purged, or another maker has it now: it is not gone on with. */
class BundleLost extends IOException {
    private static final long serialVersionUID = 1L;
}
