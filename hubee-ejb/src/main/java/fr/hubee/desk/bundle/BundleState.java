package fr.hubee.desk.bundle;

import fr.hubee.kernel.shared.Words;

public enum BundleState {
    WAITING,
    MAKING,
    READY,
    FAILED,
    /** Hidden from its owner; its bytes will be deleted. */
    OVER;

    public String label() {
        return Words.label(this);
    }
}
