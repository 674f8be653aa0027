package fr.hubee.files.encryption;

/** @param all that there are */
public record OwnerlessKeys(long count, long all) {}
