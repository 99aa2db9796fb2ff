package org.schoolcase.students.roster.oneroster;

/**
 * What a package may cost at most.
 *
 * @param unpackedBytes bytes of all files together, unpacked
 * @param ratio unpacked to packed bytes of one file, checked above {@link #RATIO_FREE_BYTES}
 * @param lineLength characters of one line
 * @param cellLength characters of one cell
 */
public record Limits(long unpackedBytes, int ratio, int lineLength, int cellLength) {

    static final long RATIO_FREE_BYTES = 1 << 20;

    /** The manifest, the thirteen files of 1.1 and the eight that 1.2 added. */
    static final int ENTRIES = 22;

    public static final Limits USUAL = new Limits(8L << 30, 100, 65_536, 8_192);
}
