"""Lists of codes in forms that anyone can read: print, large print, plain text, braille and sound.

One `Sheet` goes into every renderer; a `Grid` says where each code stands in a form. `pdf.ordinary(sheet)`,
`pdf.large(sheet)`, `text.plain(sheet)`, `braille.brf(sheet, cells=32)`, `audio.zip_of_mp3(sheet)` give the file;
`sheet.ORDINARY`, `LARGE`, `LIST`, `BRAILLE` and `AUDIO` are their grids.
"""
