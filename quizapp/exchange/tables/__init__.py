"""Cards as rows of fields: CSV, TSV and Mnemosyne's export."""
